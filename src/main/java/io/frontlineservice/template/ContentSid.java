package io.frontlineservice.template;

import java.util.regex.Pattern;

/**
 * The SID of a content in Twilio's Content API: {@code HX} and 32 hexadecimal digits.
 *
 * @see <a href="https://www.twilio.com/docs/content/content-api-resources">Content
 * API</a>
 */
public record ContentSid(String value) {

	private static final Pattern FORMAT = Pattern.compile("HX[0-9a-fA-F]{32}");

	/**
	 * Creates a SID.
	 * @throws IllegalArgumentException if it is not {@code HX} and 32 hexadecimal digits
	 */
	public ContentSid {
		if (!isValid(value)) {
			throw new IllegalArgumentException("A content SID is HX and 32 hexadecimal digits");
		}
	}

	/** Whether the text is the SID of a content. */
	public static boolean isValid(String text) {
		return FORMAT.matcher(text).matches();
	}

	@Override
	public String toString() {
		return this.value;
	}

}
