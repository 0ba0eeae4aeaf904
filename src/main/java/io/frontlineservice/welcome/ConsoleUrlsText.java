package io.frontlineservice.welcome;

import io.frontlineservice.twilio.CallbackUrls;
import io.frontlineservice.twilio.ConsoleField;
import java.util.ArrayList;
import java.util.List;

/**
 * Says which URLs Twilio's console must have. The text when the service is ready, except
 * in a sandbox with a pretend Twilio.
 */
final class ConsoleUrlsText implements ReadyText {

	private final CallbackUrls urls;

	private final boolean routing;

	/**
	 * Creates the text.
	 * @param routing whether this service routes conversations
	 */
	ConsoleUrlsText(CallbackUrls urls, boolean routing) {
		this.urls = urls;
		this.routing = routing;
	}

	@Override
	public List<String> lines(int port) {
		List<String> lines = new ArrayList<>();
		lines.add("The service is ready, on port " + port + ". Twilio's console must have these URLs:");
		for (ConsoleField field : ConsoleField.values()) {
			if (this.routing || field != ConsoleField.ROUTING) {
				lines.add("  " + field.place() + ": " + this.urls.shown(field.path()));
			}
		}
		if (this.urls.hasUserInfo()) {
			lines.add("Add the user and the password of frontline.public-url to each of them.");
		}
		if (this.urls.areLocal()) {
			lines.add("Twilio cannot reach a URL of this machine: set frontline.public-url to the URL of a proxy or "
					+ "tunnel.");
		}
		return lines;
	}

}
