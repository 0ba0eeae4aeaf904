package io.frontlineservice.conversation;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What is remembered for how long.
 *
 * @param retention how long to remember decisions, who talked with whom, and
 * conversations that are over
 */
@ConfigurationProperties("frontline")
record RetentionSettings(
		@DefaultValue("30d") @DurationMin(days = 2, message = "must be 2d or more") Duration retention) {

}
