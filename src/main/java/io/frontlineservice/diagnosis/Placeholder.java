package io.frontlineservice.diagnosis;

import java.util.regex.Pattern;

/**
 * Recognizes values that were copied from a document without being replaced, such as
 * {@code AC…}, {@code https://….ngrok.app} or {@code your_auth_token}. Used by
 * {@link Check}s, also for free texts and passwords. An ellipsis may be three dots, or
 * the bytes of the character in a locale that does not have it.
 */
public final class Placeholder {

	private static final String ELLIPSIS = "(…|\\.{3}|\\x{FFFD}{3})";

	/** Neither a password nor a query may look like a placeholder by chance. */
	private static final String URL = "(https?|jdbc:[a-z]+)://([^/?#]*@)?+[^?#]*" + ELLIPSIS + ".*";

	/** Of texts that begin so, only those that end as the name of such a value. */
	private static final String YOURS = "your[ _-]([a-z0-9]+[ _-])*(sid|token|key|secret|password|url|domain|here)";

	private static final Pattern FORM = Pattern.compile(
			"(AC|SK)?" + ELLIPSIS + "|" + URL + "|<[a-z][a-z _-]*>|(AC|SK)?x{5,}|" + YOURS, Pattern.CASE_INSENSITIVE);

	private Placeholder() {
	}

	/** Returns whether that value is a placeholder. */
	public static boolean is(String value) {
		return FORM.matcher(value.strip()).matches();
	}

}
