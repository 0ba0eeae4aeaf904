package io.frontlineservice.conversation;

import java.time.Instant;

/**
 * A port for data of packages above that is kept as long as that of conversations. Called
 * by {@link RetentionJob} every six hours; each implementation is a bean.
 */
@FunctionalInterface
public interface RetainedData {

	/**
	 * Removes data that is older than the retention.
	 * @param time now, less {@code frontline.retention}
	 */
	void removeBefore(Instant time);

}
