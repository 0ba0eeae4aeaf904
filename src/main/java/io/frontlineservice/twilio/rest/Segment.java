package io.frontlineservice.twilio.rest;

import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.web.util.UriUtils;

/**
 * Encodes a SID or an identity as one segment of a URL's path. Called by
 * {@link TwilioConversations}, because Twilio's library does not encode a slash or a
 * question mark.
 */
final class Segment {

	/** Slash, backslash and percent, to which many servers answer 404. */
	private static final Pattern UNUSUAL = Pattern.compile("%(2F|5C|25)");

	private Segment() {
	}

	/**
	 * Returns the encoded text.
	 * @throws TwilioRefusedException if the text cannot be a segment
	 */
	static String of(String text) {
		if (text.isBlank() || text.equals(".") || text.equals("..")) {
			throw new TwilioRefusedException("A name that is blank or only dots cannot be part of a Twilio URL", 0);
		}
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	/** Returns whether a server between this service and Twilio may reject it. */
	static boolean mayBeRejectedByProxy(String segment) {
		return UNUSUAL.matcher(segment).find();
	}

}
