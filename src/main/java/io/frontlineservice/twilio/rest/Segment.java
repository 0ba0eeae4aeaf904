package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Makes a SID or an identity one segment of a URL's path, whatever is in it. Called by
 * {@link TwilioConversations} before Twilio's library, which would take a slash or a
 * question mark for the end of the segment.
 */
final class Segment {

	/** Slash, backslash and percent: many servers answer 404 to these by themselves. */
	private static final Pattern UNUSUAL = Pattern.compile("%(2F|5C|25)");

	private Segment() {
	}

	/**
	 * The text, encoded.
	 * @throws TwilioRefusedException if it would be no segment even so
	 */
	static String of(String text) {
		if (text.isBlank() || text.equals(".") || text.equals("..")) {
			throw new TwilioRefusedException("Twilio cannot be asked for a name that is empty or only dots", 0);
		}
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	/** Whether a server between here and Twilio may refuse this segment. */
	static boolean mayBeRejectedByProxy(String segment) {
		return UNUSUAL.matcher(segment).find();
	}

}
