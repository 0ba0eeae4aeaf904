package io.frontlineservice.crm.salesforce;

import java.util.regex.Pattern;

/**
 * The form of ids. Salesforce returns 18 characters; its setup pages show the first 15,
 * which are enough. Used by the classes of this package. Stateless.
 */
final class SalesforceId {

	private static final int SHORT = 15;

	private static final Pattern RECORD = Pattern.compile("[a-zA-Z0-9]{18}");

	/** A user or a queue. */
	private static final Pattern OWNER = Pattern.compile("(005|00G)[a-zA-Z0-9]{12}([a-zA-Z0-9]{3})?");

	private static final String USER = "005";

	private SalesforceId() {
	}

	/** Returns whether this can be the id of a record, as Salesforce returns it. */
	static boolean isRecord(String text) {
		return RECORD.matcher(text).matches();
	}

	/** Returns whether this is the id of a user or queue. */
	static boolean isOwner(String text) {
		return OWNER.matcher(text).matches();
	}

	/** Returns whether this is the id of a user. */
	static boolean isUser(String text) {
		return text.startsWith(USER) && isOwner(text);
	}

	/** Returns whether both ids of owners are the same. */
	static boolean areSame(String id, String other) {
		return id.regionMatches(0, other, 0, SHORT);
	}

}
