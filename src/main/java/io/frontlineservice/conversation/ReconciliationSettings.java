package io.frontlineservice.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When conversations with missed events are looked for.
 *
 * @param interval how often to look for conversations with missed events
 * @param lookBack how far back to look for them after an outage of this service
 * @param recheck how long an open conversation goes without an event before it is checked
 * again
 */
@ConfigurationProperties("frontline.reconciliation")
record ReconciliationSettings(
		@DefaultValue("2m") @DurationMin(seconds = 1, message = "must be 1s or more") @DurationMax(minutes = 5,
				message = "must be 5m or less") Duration interval,
		@DefaultValue("24h") @DurationMin(minutes = 10, message = "must be 10m or more") @DurationMax(days = 30,
				message = "must be 30d or less") Duration lookBack,
		@DefaultValue("6h") @DurationMin(minutes = 1, message = "must be 1m or more") Duration recheck) {

}
