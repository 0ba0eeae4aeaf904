package io.frontlineservice.work;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the queue.
 *
 * @param threads the number of jobs that run at the same time
 * @param giveUpAfter how long a job is retried when something it needs is not available;
 * after that it becomes a dead letter
 */
@ConfigurationProperties("frontline.work")
record WorkSettings(
		@DefaultValue("10") @Min(value = 1, message = "must be 1 or more") @Max(value = 100,
				message = "must be 100 or less") int threads,
		@DefaultValue("72h") @DurationMin(minutes = 1, message = "must be 1m or more") Duration giveUpAfter) {

}
