package io.frontlineservice.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which known name a misspelled one probably means. */
class NearestTests {

	private static final List<String> KNOWN = List.of("last-talked", "pool", "default-worker", "North",
			"policy_number");

	@ParameterizedTest
	@CsvSource({ "pol, pool", "POOL, pool", "opol, pool", "lasttalked, last-talked", "last-talkd, last-talked",
			"default worker, default-worker", "north, North", "Norht, North", "Policy Number, policy_number",
			"polcy_numbr, policy_number", "policy, policy_number", "Pool of the north, pool" })
	void similarNameIsFound(String written, String nearest) {
		assertThat(Nearest.to(written, KNOWN)).contains(nearest);
		assertThat(Nearest.hint(written, KNOWN)).isEqualTo("; the nearest is " + nearest);
	}

	@ParameterizedTest
	@CsvSource({ "owner", "some-value", "''", "p", "'-'", "south" })
	void otherNameIsNot(String written) {
		assertThat(Nearest.to(written, KNOWN)).isEmpty();
		assertThat(Nearest.hint(written, KNOWN)).isEmpty();
	}

	@Test
	void mostSimilarNameWins() {
		assertThat(Nearest.to("tier", List.of("tiers2", "tire", "tiers"))).contains("tire");
		assertThat(Nearest.to("tiers", List.of("tiers2", "tire", "tiers"))).contains("tiers");
	}

	@Test
	void longTextsAreNotCompared() {
		assertThat(Nearest.to("x".repeat(101), List.of("x".repeat(101)))).isEmpty();
	}

}
