package io.frontlineservice.customer;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The visibility of customers, and the teams that it needs. */
class VisibilityCheckTests {

	private static final String VISIBILITY = "frontline.visibility";

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "some | must be one of owner, team, everyone",
					"teams | must be one of owner, team, everyone; the nearest is team",
					"team | is team, but there is no worker directory that has teams: set frontline.workers.location" })
	void invalidVisibilityIsAFinding(String value, String problem) {
		assertThat(new CustomerCheck().findings(TestEnvironment.of(VISIBILITY, value)))
			.containsExactly(new Finding(VISIBILITY, problem));
	}

	@ParameterizedTest
	@CsvSource({ "owner", "''", "Everyone" })
	void otherVisibilityNeedsNoDirectory(String value) {
		assertThat(new CustomerCheck().findings(TestEnvironment.of(VISIBILITY, value))).isEmpty();
	}

	@Test
	void teamVisibilityWithoutTeamsIsAWarning() throws IOException {
		assertThat(examined("team", "- identity: ada\n")).singleElement()
			.extracting(Observation::seen)
			.asString()
			.startsWith("frontline.visibility is team, but no worker in the worker directory has a team");
		assertThat(examined("team", "- { identity: ada, team: north }\n")).isEmpty();
		assertThat(examined("owner", "- identity: ada\n")).isEmpty();
		assertThat(examined("some", "- identity: ada\n")).isEmpty();
	}

	private List<Observation> examined(String visibility, String workers) throws IOException {
		Path directory = Files.writeString(this.folder.resolve("workers.yml"), workers);
		return new VisibilityExamination()
			.examine(TestEnvironment.of(VISIBILITY, visibility, "frontline.workers.location", directory.toString()));
	}

}
