package io.frontlineservice.callback;

import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How callbacks are answered.
 *
 * @param budget the maximum time for an answer; Frontline waits 6 seconds, time on the
 * network included
 */
@ConfigurationProperties("frontline.callback")
record CallbackSettings(@DefaultValue("4s") @DurationMin(millis = 100,
		message = "must be 100ms or more") @DurationMax(seconds = 4, message = "must be 4s or less") Duration budget) {

}
