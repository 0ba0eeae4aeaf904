package io.frontlineservice.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what was missed is found.
 *
 * @param interval how often conversations are looked for of which no event came
 * @param lookBack how far back to look for them, after an outage of this service
 * @param recheck after which time an open conversation is looked at again without an
 * event
 */
@ConfigurationProperties("frontline.reconciliation")
record ReconciliationSettings(
		@DefaultValue("2m") @DurationMin(seconds = 1, message = "must be 1s or more") @DurationMax(minutes = 5,
				message = "must be 5m or less") Duration interval,
		@DefaultValue("24h") @DurationMin(minutes = 10, message = "must be 10m or more") @DurationMax(days = 30,
				message = "must be 30d or less") Duration lookBack,
		@DefaultValue("6h") @DurationMin(minutes = 1, message = "must be 1m or more") Duration recheck) {

}
