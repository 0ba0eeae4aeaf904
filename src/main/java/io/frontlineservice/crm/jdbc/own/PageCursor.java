package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.customer.CrmCustomer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a customer in the list: the sort name as the database returns it, and the
 * id. Made for each page by {@link OwnTables}. Immutable.
 *
 * @param sortName the value of {@code :after_name}
 * @param id the value of {@code :after_id}
 */
record PageCursor(String sortName, String id) {

	/** A cursor becomes a part of a page token, which the app sends back. */
	static final int LONGEST_NAME = 1_000;

	/** The attribute in which each customer keeps its sort name. */
	static final String ATTRIBUTE = "sort_name";

	private static final Pattern TEXT = Pattern.compile("([0-9]{1,4}):(.*)", Pattern.DOTALL);

	/** Returns the place of that customer. */
	static PageCursor of(CrmCustomer customer) {
		String sortName = customer.text(ATTRIBUTE);
		return new PageCursor((sortName != null) ? sortName : "", customer.id().value());
	}

	/** Returns the place that a text names, unless {@link #toText} does not make it. */
	static Optional<PageCursor> ofText(String text) {
		Matcher matcher = TEXT.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		int length = Integer.parseInt(matcher.group(1));
		String rest = matcher.group(2);
		if (length > rest.length() || !IdType.canBeStored(rest)) {
			return Optional.empty();
		}
		return Optional.of(new PageCursor(rest.substring(0, length), rest.substring(length)));
	}

	/** Returns the text of a cursor. */
	String toText() {
		return this.sortName.length() + ":" + this.sortName + this.id;
	}

}
