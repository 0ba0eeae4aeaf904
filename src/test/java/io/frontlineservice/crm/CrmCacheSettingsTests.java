package io.frontlineservice.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.util.unit.DataSize;

/** The settings of the answers in memory, and of the calls at once. */
class CrmCacheSettingsTests {

	@Test
	void defaultsAreAccepted() {
		assertThat(new CrmCheck().findings(with("frontline.crm.file.location", "classpath:sandbox/customers.json")))
			.isEmpty();
		assertThat(GuardedCrm.CACHE)
			.isEqualTo(new CrmCacheSettings(Duration.ofSeconds(60), Duration.ofHours(24), DataSize.ofMegabytes(64)));
		assertThat(GuardedCrm.SETTINGS.callsAtOnce()).isEqualTo(32);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			frontline.crm.cache.fresh-for | 61s   | must be at most 60s, so that changes of owners take effect
			frontline.crm.cache.fresh-for | 0s    | must be 1s or more
			frontline.crm.cache.fresh-for | soon  | must be a duration such as 2s or 500ms
			frontline.crm.cache.stale-for | 25h   | must be at most 24h
			frontline.crm.cache.stale-for | -1s   | must be 0 or more
			frontline.crm.cache.size      | 1KB   | must be between 1MB and 4GB
			frontline.crm.cache.size      | 5GB   | must be between 1MB and 4GB
			frontline.crm.cache.size      | large | must be a size such as 64MB
			frontline.crm.calls-at-once   | 0     | must be 1 or more
			frontline.crm.calls-at-once   | 1001  | must be at most 1000
			""")
	void unusableValuesAreFindings(String key, String value, String problem) {
		assertThat(new CrmCheck().findings(with(key, value))).filteredOn((it) -> it.key().equals(key))
			.extracting(Finding::problem)
			.containsExactly(problem);
	}

	@ParameterizedTest
	@CsvSource({ "frontline.crm.cache.fresh-for, 1s", "frontline.crm.cache.stale-for, 0",
			"frontline.crm.cache.size, 1MB", "frontline.crm.calls-at-once, 1" })
	void smallestValuesAreAccepted(String key, String value) {
		assertThat(new CrmCheck().findings(with(key, value))).noneMatch((it) -> it.key().equals(key));
	}

	private static StandardEnvironment with(String key, String value) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of(key, value)));
		return environment;
	}

}
