package io.frontlineservice.conversation.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings of routing with which the service does not start. */
class RoutingCheckTests {

	private static final String NAMES = "must be one of last-talked, number-owner, crm-owner, pool, default-worker";

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "oldest | " + NAMES, "pol | " + NAMES + "; the nearest is pool",
					"default_werker | " + NAMES + "; the nearest is default-worker",
					"crm-owner, pol, worker9 | has unknown entries: each " + NAMES
							+ "; entry 2 is not, the nearest is pool; entry 3 is not" })
	void unknownRuleIsAFindingWithTheKnownOnes(String rules, String problem) {
		assertThat(new RoutingCheck().findings(TestEnvironment.of("frontline.routing.rules", rules)))
			.containsExactly(new Finding("frontline.routing.rules", problem));
	}

	@Test
	void unknownRuleInAListIsAFindingWithTheKnownOnes() {
		assertThat(new RoutingCheck().findings(
				TestEnvironment.of("frontline.routing.rules[0]", "crm-owner", "frontline.routing.rules[1]", "Pools")))
			.containsExactly(new Finding("frontline.routing.rules",
					"has unknown entries: each " + NAMES + "; entry 2 is not, the nearest is pool"));
	}

	@Test
	void poolWithoutAWorkerDirectoryIsAFinding() {
		assertThat(new RoutingCheck().findings(TestEnvironment.of("frontline.routing.pool", "north")))
			.containsExactly(new Finding("frontline.routing.pool",
					"names teams of the worker directory, but there is none: set frontline.workers.location"));
		assertThat(new RoutingCheck().findings(TestEnvironment.of("frontline.routing.pool", "north",
				"frontline.workers.location", "classpath:sandbox/workers.yml")))
			.isEmpty();
	}

	@Test
	void poolWithoutAWorkerDirectoryIsAFindingBesideOthers() {
		assertThat(new RoutingCheck()
			.findings(TestEnvironment.of("frontline.routing.pool[0]", "north", "frontline.routing.rules", "pol")))
			.extracting(Finding::key)
			.containsExactly("frontline.routing.rules", "frontline.routing.pool");
	}

	@ParameterizedTest
	@CsvSource({ "pool", "default-worker", "'pool, default-worker, number-owner'", "number-owner" })
	void rulesThatCannotChooseAWorkerAreAFinding(String rules) {
		assertThat(new RoutingCheck().findings(TestEnvironment.of("frontline.routing.rules", rules)))
			.extracting(Finding::problem)
			.singleElement()
			.asString()
			.startsWith("names only rules that cannot choose a worker");
	}

	@ParameterizedTest
	@CsvSource({ "frontline.routing.rules, crm-owner", "frontline.routing.rules, ''",
			"frontline.routing.rules, 'Pool, LAST_TALKED'", "frontline.routing.enabled, false",
			"frontline.routing.default-worker, ''" })
	void rulesThatCanChooseAWorkerAreAccepted(String key, String value) {
		assertThat(new RoutingCheck().findings(TestEnvironment.of(key, value))).isEmpty();
	}

	@Test
	void routingByFrontlineNeedsNoPool() {
		assertThat(new RoutingCheck()
			.findings(TestEnvironment.of("frontline.routing.enabled", "false", "frontline.routing.pool", "north")))
			.isEmpty();
	}

}
