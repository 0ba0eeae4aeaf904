package io.frontlineservice.diagnosis;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * All observations of the {@link Doctor}, in the order in which to fix them. Immutable.
 *
 * @param observations the observations by subject
 */
public record Report(Map<Subject, List<Observation>> observations) {

	/** Only ASCII, for terminals of any encoding. */
	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.enable(JsonWriteFeature.ESCAPE_NON_ASCII)
		.build();

	public Report {
		observations = Collections.unmodifiableMap(new TreeMap<>(observations));
	}

	boolean isEmpty() {
		return this.observations.isEmpty();
	}

	public boolean hasProblems() {
		return count(Outcome.PROBLEM) > 0;
	}

	long count(Outcome outcome) {
		return all().filter((it) -> it.outcome() == outcome).count();
	}

	/**
	 * Applies all remedies, and reports the results. While a subject has a problem, the
	 * remedies of later subjects are not applied, because these depend on it: at a public
	 * URL that does not work, webhooks would fail and Twilio would lose messages.
	 */
	Report applyRemedies() {
		Map<Subject, List<Observation>> results = new EnumMap<>(Subject.class);
		Subject failing = null;
		for (Subject subject : this.observations.keySet()) {
			List<Observation> seen = this.observations.getOrDefault(subject, List.of());
			Set<Remedy> remedies = seen.stream()
				.map(Observation::remedy)
				.filter(Objects::nonNull)
				.collect(Collectors.toCollection(LinkedHashSet::new));
			if (!remedies.isEmpty()) {
				results.put(subject, (failing != null) ? List.of(notApplied(failing))
						: remedies.stream().flatMap((it) -> apply(it).stream()).toList());
			}
			if (failing == null && seen.stream().anyMatch((it) -> it.outcome() == Outcome.PROBLEM)) {
				failing = subject;
			}
		}
		return new Report(results);
	}

	private static Observation notApplied(Subject failing) {
		return Observation.problem("nothing was set, because of the problem above: " + failing.heading(),
				"fix it, and run this again");
	}

	private static List<Observation> apply(Remedy remedy) {
		try {
			return remedy.apply();
		}
		catch (RuntimeException ex) {
			return List.of(Observation.problem(
					"it is not known whether this was applied (" + ex.getClass().getSimpleName() + ")",
					"run the doctor again without --apply to see the result"));
		}
	}

	/** Replaces the fixed observations by these results. */
	Report after(Report applied) {
		Map<Subject, List<Observation>> now = new TreeMap<>(this.observations);
		applied.observations.forEach((subject, results) -> now.computeIfPresent(subject,
				(it, seen) -> Stream.concat(results.stream(), seen.stream().filter((each) -> each.remedy() == null))
					.toList()));
		return new Report(now);
	}

	/** The report for people: a line for each observation, followed by its fix. */
	public String text() {
		return chapters() + summary();
	}

	String chapters() {
		StringBuilder text = new StringBuilder();
		this.observations.forEach((subject, seen) -> {
			text.append(subject.heading()).append('\n');
			for (int i = 0; i < seen.size(); i++) {
				Observation it = seen.get(i);
				text.append("  ").append(it.outcome().sign()).append("  ").append(it.seen()).append('\n');
				// Observations with the same fix show it once, after the last of them.
				if (it.fix() != null && (i + 1 == seen.size() || !it.fix().equals(seen.get(i + 1).fix()))) {
					it.fix().lines().forEach((line) -> text.append("      -> ").append(line).append('\n'));
				}
			}
			text.append('\n');
		});
		return text.toString();
	}

	String summary() {
		return "%d ok, %d to look at (??), %d to fix (!!), %d not examined (--).".formatted(count(Outcome.HOLDS),
				count(Outcome.WARNING), count(Outcome.PROBLEM), count(Outcome.NOT_EXAMINED));
	}

	/** The report for programs. */
	public String json() {
		Map<String, Long> summary = new LinkedHashMap<>();
		for (Outcome outcome : Outcome.values()) {
			summary.put(outcome.word(), count(outcome));
		}
		List<Entry> entries = this.observations.entrySet()
			.stream()
			.flatMap((chapter) -> chapter.getValue().stream().map((it) -> Entry.of(chapter.getKey(), it)))
			.toList();
		return JSON.writeValueAsString(new JsonReport(summary, entries));
	}

	private Stream<Observation> all() {
		return this.observations.values().stream().flatMap(Collection::stream);
	}

	private record JsonReport(Map<String, Long> summary, List<Entry> observations) {
	}

	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Entry(String subject, String outcome, String seen, @Nullable String mend) {

		static Entry of(Subject subject, Observation it) {
			return new Entry(subject.word(), it.outcome().word(), it.seen(), it.fix());
		}

	}

}
