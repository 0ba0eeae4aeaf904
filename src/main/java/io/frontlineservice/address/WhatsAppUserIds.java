package io.frontlineservice.address;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognizes WhatsApp's business-scoped user ids, such as {@code US.13491208655302}: the
 * address of a person who does not show a number. An id is compared as it is written and
 * never read as a number. Used by the readers of addresses. Thread-safe.
 *
 * @see <a href= "https://www.twilio.com/docs/whatsapp/api">Twilio's WhatsApp
 * documentation</a>
 */
final class WhatsAppUserIds {

	/** The country, {@code ENT} in the id of a group of businesses, and the id. */
	private static final String ID = "([A-Z]{2})\\.(?:ENT\\.)?[A-Za-z0-9]{1,128}";

	private static final Pattern WHOLE = Pattern.compile(ID);

	/** An id among numbers. */
	private static final Pattern AMONG_OTHERS = Pattern
		.compile("(?<![^\\s,;|])(?:(?i:whatsapp:)\\s*)?(?<id>" + ID + ")(?![^\\s,;|])");

	private static final Pattern OUTER_SEPARATORS = Pattern.compile("^[\\s,;|]+|[\\s,;|]+$");

	private WhatsAppUserIds() {
	}

	/** Returns the country at the start of an id, in two letters; null without an id. */
	static @Nullable String country(String id) {
		Matcher matcher = WHOLE.matcher(id);
		return matcher.matches() ? matcher.group(1) : null;
	}

	/** Returns the ids in a text, in their order. */
	static List<String> in(String text) {
		List<String> ids = new ArrayList<>();
		Matcher matcher = AMONG_OTHERS.matcher(text);
		while (matcher.find()) {
			ids.add(matcher.group("id"));
		}
		return ids;
	}

	/** Returns what is beside the ids in a text; empty if that is only separators. */
	static String beside(String text) {
		return OUTER_SEPARATORS.matcher(AMONG_OTHERS.matcher(text).replaceAll(";")).replaceAll("");
	}

}
