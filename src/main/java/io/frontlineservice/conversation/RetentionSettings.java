package io.frontlineservice.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long data is kept.
 *
 * @param retention how long to keep routing decisions, the last worker of each person,
 * the customers who are people without a number, and conversations that have ended
 */
@ConfigurationProperties("frontline")
record RetentionSettings(
		@DefaultValue("30d") @DurationMin(days = 2, message = "must be 2d or more") Duration retention) {

}
