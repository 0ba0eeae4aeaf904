package io.frontlineservice.welcome;

import java.util.List;

/**
 * What the service says when it is ready, in place of the URLs for Twilio's console.
 * Called once by {@link ReadyAnnouncement}.
 */
@FunctionalInterface
public interface ReadyText {

	/**
	 * Returns the lines of the text.
	 * @param port the port of the callbacks
	 */
	List<String> lines(int port);

}
