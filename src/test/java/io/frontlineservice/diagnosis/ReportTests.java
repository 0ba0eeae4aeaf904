package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The report of the doctor as text and as JSON. */
class ReportTests {

	private static final Observation WELL = Observation.holds("all is well");

	private static final Observation BAD = Observation.problem("it is down", "start it\nthen look again");

	@Test
	void subjectsAreInOrderOfFixes() {
		Report report = new Report(Map.of(Subject.TEMPLATES, List.of(WELL), Subject.CONFIGURATION, List.of(WELL),
				Subject.WEBHOOKS, List.of(WELL), Subject.PUBLIC_URL, List.of(WELL)));

		assertThat(report.text()).containsSubsequence("configuration\n", "public URL\n", "webhooks\n", "templates\n");
	}

	@Test
	void observationHasSignAndFixBelow() {
		Report report = new Report(Map.of(Subject.CRM, List.of(WELL, Observation.warning("it is slow", "wait"), BAD,
				Observation.notExamined("it is closed"))));

		assertThat(report.text()).isEqualTo("""
				CRM
				  ok  all is well
				  ??  it is slow
				      -> wait
				  !!  it is down
				      -> start it
				      -> then look again
				  --  not examined: it is closed

				1 ok, 1 to look at (??), 1 to fix (!!), 1 not examined (--).""");
	}

	@Test
	void sameFixIsShownOnce() {
		Report report = new Report(Map.of(Subject.CRM,
				List.of(BAD, Observation.problem("so is this", BAD.fix()), Observation.problem("this", "leave it"))));

		assertThat(report.text()).startsWith("""
				CRM
				  !!  it is down
				  !!  so is this
				      -> start it
				      -> then look again
				  !!  this
				      -> leave it
				""");
	}

	@Test
	void warningsAreNotProblems() {
		assertThat(new Report(Map.of(Subject.CRM,
				List.of(WELL, Observation.warning("it is slow", "wait"), Observation.notExamined("it is closed"))))
			.hasProblems()).isFalse();
		assertThat(new Report(Map.of(Subject.CRM, List.of(WELL, BAD))).hasProblems()).isTrue();
	}

	@Test
	void jsonHasCountsAndObservationsInAscii() {
		Report report = new Report(Map.of(Subject.PUBLIC_URL, List.of(Observation.notExamined("jörg \"closed\" it")),
				Subject.CREDENTIALS, List.of(BAD)));

		assertThat(report.json()).matches("\\p{ASCII}*");
		assertThat(JsonMapper.shared().readTree(report.json())).isEqualTo(JsonMapper.shared()
			.readTree(
					"""
							{"summary": {"holds": 0, "warning": 0, "problem": 1, "not_examined": 1}, "observations": [
							 {"subject": "credentials", "outcome": "problem", "seen": "it is down",
							  "mend": "start it\\nthen look again"},
							 {"subject": "public_url", "outcome": "not_examined", "seen": "not examined: jörg \\"closed\\" it"}]}"""));
	}

	@Test
	void remedyIsNotAppliedWhileAnEarlierSubjectHasAProblem() {
		Remedy remedy = () -> {
			throw new AssertionError("It must not be applied");
		};
		Report report = new Report(Map.of(Subject.PUBLIC_URL, List.of(BAD), Subject.WEBHOOKS,
				List.of(Observation.problem("it is off", "turn it on").withRemedy(remedy))));

		Report applied = report.applyRemedies();

		assertThat(applied.text()).startsWith("""
				webhooks
				  !!  nothing was set, because of the problem above: public URL
				      -> fix it, and run this again
				""");
		assertThat(report.after(applied).hasProblems()).isTrue();
	}

	@Test
	void remedyIsAppliedOnceAndItsResultsReplaceObservations() {
		AtomicInteger applied = new AtomicInteger();
		Remedy remedy = () -> {
			applied.incrementAndGet();
			return List.of(Observation.holds("it is up now"));
		};
		Report before = new Report(Map.of(Subject.CRM, List.of(WELL, BAD.withRemedy(remedy), BAD.withRemedy(remedy)),
				Subject.TEMPLATES, List.of(BAD)));

		Report results = before.applyRemedies();
		JsonNode after = JsonMapper.shared().readTree(before.after(results).json());

		assertThat(applied).hasValue(1);
		assertThat(results.text()).startsWith("CRM\n  ok  it is up now\n\n1 ok");
		assertThat(after.path("observations")).extracting((it) -> it.path("seen").asString())
			.containsExactly("it is up now", "all is well", "it is down");
	}

	@Test
	void failingRemedyIsProblem() {
		Report results = new Report(Map.of(Subject.CRM, List.of(BAD.withRemedy(() -> {
			throw new IllegalStateException("some value");
		})))).applyRemedies();

		assertThat(results.hasProblems()).isTrue();
		assertThat(results.text()).contains("it is not known whether this was applied (IllegalStateException)")
			.doesNotContain("some value");
	}

	@Test
	void nothingIsAppliedWithoutRemedy() {
		assertThat(new Report(Map.of(Subject.CRM, List.of(WELL, BAD))).applyRemedies().isEmpty()).isTrue();
	}

}
