package io.frontlineservice.crm;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.core.env.Environment;
import org.springframework.util.unit.DataSize;

/**
 * How the answers of a CRM with an API are kept in memory.
 *
 * @param freshFor how long an answer is used again before the CRM is asked. A change of a
 * customer's owner takes effect after this time
 * @param staleFor how long an answer is kept for times when the CRM does not answer
 * @param size the most memory that the answers use
 */
@ConfigurationProperties(CrmCacheSettings.PREFIX)
record CrmCacheSettings(
		@DefaultValue("60s") @DurationMin(seconds = 1, message = "must be 1s or more") @DurationMax(seconds = 60,
				message = "must be at most 60s, so that changes of owners take effect") Duration freshFor,
		@DefaultValue("24h") @DurationMin(message = "must be 0 or more") @DurationMax(hours = 24,
				message = "must be at most 24h") Duration staleFor,
		@DefaultValue("64MB") DataSize size) {

	static final String PREFIX = "frontline.crm.cache";

	private static final DataSize SMALLEST = DataSize.ofMegabytes(1);

	private static final DataSize LARGEST = DataSize.ofGigabytes(4);

	static List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(CrmCacheSettings.class).findings(environment));
		if (findings.isEmpty()) {
			DataSize size = Binder.get(environment).bindOrCreate(PREFIX, CrmCacheSettings.class).size();
			if (size.compareTo(SMALLEST) < 0 || size.compareTo(LARGEST) > 0) {
				findings.add(new Finding(PREFIX + ".size", "must be between 1MB and 4GB"));
			}
		}
		return findings;
	}

}
