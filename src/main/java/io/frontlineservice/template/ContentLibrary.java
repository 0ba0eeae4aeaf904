package io.frontlineservice.template;

import java.util.List;

/**
 * The port to Twilio's Content API. Called by {@link ContentCopy} on a thread of its own;
 * implemented by package {@code twilio.rest}. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ContentLibrary {

	/**
	 * Reads all contents of the account. This can take minutes.
	 * @throws ContentUnavailableException if not all of them can be read
	 */
	List<TwilioContent> contents();

}
