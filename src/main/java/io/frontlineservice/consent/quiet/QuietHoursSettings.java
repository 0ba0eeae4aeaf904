package io.frontlineservice.consent.quiet;

import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When workers may begin conversations.
 *
 * @param enabled whether quiet hours are observed
 * @param replyWindow how long after a customer's message the worker's messages count as
 * replies, which may be sent at any time
 * @param stateAttribute the attribute of customers that has the state of the US; without
 * it the area code tells the state
 * @param windows the hours in which a conversation may begin, by country such as
 * {@code DE}, state such as {@code US-TX}, or {@code default}; instead of those that the
 * service knows
 */
@ConfigurationProperties("frontline.consent.quiet-hours")
record QuietHoursSettings(@DefaultValue("false") boolean enabled,
		@DefaultValue("24h") @DurationMin(message = REPLY_WINDOW) @DurationMax(days = 2,
				message = REPLY_WINDOW) Duration replyWindow,
		@Nullable String stateAttribute, @DefaultValue Map<String, String> windows) {

	private static final String REPLY_WINDOW = "must be between 0s and 48h";

	QuietHoursSettings {
		stateAttribute = (stateAttribute == null || stateAttribute.isBlank()) ? null : stateAttribute.strip();
		windows = Map.copyOf(windows);
	}

}
