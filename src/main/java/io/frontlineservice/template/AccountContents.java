package io.frontlineservice.template;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * All contents of the account at one moment. Made by {@link ContentCopy}. Immutable.
 */
final class AccountContents {

	private final Map<String, TwilioContent> bySid = new LinkedHashMap<>();

	AccountContents(List<TwilioContent> contents) {
		contents.forEach((content) -> this.bySid.put(key(content.sid()), content));
	}

	/** The contents in the order of Twilio. */
	List<TwilioContent> all() {
		return List.copyOf(this.bySid.values());
	}

	Optional<TwilioContent> find(ContentSid sid) {
		return Optional.ofNullable(this.bySid.get(key(sid)));
	}

	/** The number of contents that WhatsApp has approved. */
	long approved() {
		return this.bySid.values().stream().filter(TwilioContent::isApproved).count();
	}

	private static String key(ContentSid sid) {
		return sid.value().toLowerCase(Locale.ROOT);
	}

}
