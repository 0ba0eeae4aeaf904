package io.frontlineservice.diagnosis;

import java.util.regex.Pattern;

/**
 * Recognizes values that were copied from a document without being replaced, such as
 * {@code AC…}, {@code https://….ngrok.app} or {@code your_auth_token}. Used by
 * {@link Check}s. An ellipsis may be three dots, or the bytes of the character in a
 * locale that does not have it.
 */
public final class Placeholder {

	private static final String ELLIPSIS = "(…|\\.{3}|\\x{FFFD}{3})";

	/** The name of a file may also contain an ellipsis, but not begin with one. */
	private static final Pattern FORM = Pattern
		.compile("(AC|SK)?(…|\\.{3}).*|(AC|SK)?\\x{FFFD}{3}|((https?|jdbc:[a-z]+)://)" + ".*" + ELLIPSIS
				+ ".*|<.*>|(AC|SK)?x{5,}|your[ _-].+", Pattern.CASE_INSENSITIVE);

	private Placeholder() {
	}

	/** Returns whether that value is a placeholder. */
	public static boolean is(String value) {
		return FORM.matcher(value.strip()).matches();
	}

}
