package io.frontlineservice.crm.airtable;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The copy of the table in memory. Checked by {@link AirtableVendor}.
 *
 * @param enabled whether customers are read from a copy, and not live
 * @param interval the time from the end of one reading of the table to the next one
 * @param staleFor how old a copy may be while Airtable cannot be read
 */
@ConfigurationProperties(AirtableCopySettings.PREFIX)
record AirtableCopySettings(@DefaultValue("false") boolean enabled,
		@DefaultValue("5m") @DurationMin(seconds = 10, message = "must be 10s or more") @DurationMax(hours = 24,
				message = "must be at most 24h") Duration interval,
		@DefaultValue("24h") @DurationMin(minutes = 10, message = "must be 10m or more") @DurationMax(days = 7,
				message = "must be at most 7d") Duration staleFor) {

	static final String PREFIX = AirtableSettings.PREFIX + ".copy";

}
