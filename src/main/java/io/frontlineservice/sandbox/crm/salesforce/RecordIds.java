package io.frontlineservice.sandbox.crm.salesforce;

import java.util.regex.Pattern;

/**
 * The ids of records: 15 characters that are case-sensitive, and 3 more that make the
 * whole unique regardless of case. Used by {@link SalesforceOrg}.
 */
final class RecordIds {

	private static final String DIGITS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

	private static final String SUFFIXES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";

	private static final int SHORT = 15;

	private static final int GROUP = 5;

	private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9]{15}([a-zA-Z0-9]{3})?");

	private RecordIds() {
	}

	/**
	 * Returns an id.
	 * @param prefix the three characters of the object
	 */
	static String of(String prefix, long number) {
		StringBuilder digits = new StringBuilder();
		for (long rest = number; rest > 0; rest /= DIGITS.length()) {
			digits.insert(0, DIGITS.charAt((int) (rest % DIGITS.length())));
		}
		String shortId = prefix + "5g" + "0".repeat(SHORT - prefix.length() - 2 - digits.length()) + digits;
		return shortId + suffix(shortId);
	}

	/** Returns whether it is an id of 15 or 18 characters. */
	static boolean isId(String text) {
		return FORM.matcher(text).matches()
				&& (text.length() == SHORT || text.endsWith(suffix(text.substring(0, SHORT))));
	}

	/** Returns the first 15 characters, by which ids are compared. */
	static String comparable(String id) {
		return id.substring(0, Math.min(id.length(), SHORT));
	}

	/** Five bits for each character: which of five in a row are capitals. */
	private static String suffix(String shortId) {
		StringBuilder suffix = new StringBuilder();
		for (int start = 0; start < SHORT; start += GROUP) {
			int bits = 0;
			for (int i = 0; i < GROUP; i++) {
				bits |= Character.isUpperCase(shortId.charAt(start + i)) ? 1 << i : 0;
			}
			suffix.append(SUFFIXES.charAt(bits));
		}
		return suffix.toString();
	}

}
