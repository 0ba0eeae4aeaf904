package io.frontlineservice.conversation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of routing that do not fit each other or the worker directory. */
class RoutingFitTests {

	private static final String TEAMS = """
			- { identity: ada@example.com, team: North }
			- { identity: "Ben Whitfield (ben@example.com)", aliases: [ben.w], team: south }
			- { identity: chiara@example.com, display_name: Chiara Rossi }
			""";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0', value = {
			"pool=north | frontline.routing.pool names the team north, which has no members in the worker directory"
					+ " | the teams there are North, south; the nearest is North; set the team of its members",
			"pool=North,West | names the team West | the teams there are North, south; set the team",
			"default-worker=zoe@example.org | frontline.routing.default-worker is not in the worker directory"
					+ " | correct it, or add an entry",
			"default-worker=ben@example.com | default-worker is not in"
					+ " | 'identity' of entry 2 contains it: write only the address there",
			"default-worker=Ada <ada@example.com> | default-worker is not in"
					+ " | it contains the address of entry 1: write only the address in frontline.routing.default-worker",
			"default-worker=Chiara Rossi | default-worker is not in | it is the display_name of entry 3",
			"default-worker=chiara@example.org | default-worker is not in | entry 3 is similar",
			"rules=crm-owner,pool | frontline.routing.rules names pool, but frontline.routing.pool is not set"
					+ " | set frontline.routing.pool, or remove the rule",
			"rules=crm-owner,default-worker | names default-worker, but frontline.routing.default-worker is not set"
					+ " | set frontline.routing.default-worker",
			"rules=crm-owner;pool=North | frontline.routing.pool has no effect, because frontline.routing.rules does"
					+ " not name pool | add pool to frontline.routing.rules",
			"rules=crm-owner;default-worker=ben.w | frontline.routing.default-worker has no effect | add default-worker",
			"rules=crm-owner,number-owner | names number-owner, but no worker in the worker directory has senders"
					+ " | set the senders of the workers there" })
	void mismatchIsAWarning(String settings, String seen, String fix) throws IOException {
		assertThat(observations(TEAMS, settings)).singleElement().satisfies((it) -> {
			assertThat(it.seen()).contains(seen);
			assertThat(it.fix()).contains(fix);
			assertThat(it.seen() + it.fix()).doesNotContain("example.com");
		});
	}

	@Test
	void poolWithoutAnyTeamIsAWarning() throws IOException {
		assertThat(observations("- identity: ada@example.com\n", "pool=north")).singleElement()
			.extracting(Observation::fix)
			.asString()
			.startsWith("no worker there has a team");
	}

	@ParameterizedTest
	@CsvSource({ "pool=North,default-worker=ben.w", "default-worker=ADA@example.com", "enabled=false;pool=west",
			"rules=last-talked" })
	void settingsThatFitAreNotReported(String settings) throws IOException {
		assertThat(observations(TEAMS, settings.replace(",default", ";default"))).isEmpty();
	}

	@Test
	void doctorReportsThatTheyFit() throws IOException {
		assertThat(examined("pool=North")).containsExactly("HOLDS the rules fit the worker directory");
		assertThat(examined("enabled=false")).containsExactly("HOLDS Frontline routes conversations, not this service");
		assertThat(examined("pool=west")).singleElement().asString().startsWith("WARNING frontline.routing.pool names");
		assertThat(examined("rules=west")).singleElement()
			.asString()
			.startsWith("NOT_EXAMINED not examined: first fix");
	}

	private List<String> examined(String settings) throws IOException {
		return new RoutingExamination().examine(TestEnvironment.of(environment(TEAMS, settings)))
			.stream()
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

	private List<Observation> observations(String workers, String settings) throws IOException {
		return new RoutingExamination().examine(TestEnvironment.of(environment(workers, settings)))
			.stream()
			.filter((it) -> it.fix() != null)
			.toList();
	}

	/** Settings of routing, separated by semicolons. */
	private String[] environment(String workers, String settings) throws IOException {
		Path file = Files.writeString(this.folder.resolve("workers.yml"), workers);
		List<String> all = new ArrayList<>(List.of("frontline.workers.location", file.toString()));
		for (String setting : settings.split(";", -1)) {
			all.add("frontline.routing." + setting.substring(0, setting.indexOf('=')));
			all.add(setting.substring(setting.indexOf('=') + 1));
		}
		return all.toArray(String[]::new);
	}

}
