package io.frontlineservice.crm.salesforce;

import io.frontlineservice.customer.CrmCustomer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place of a customer in the list: its name and id in Salesforce. Made for each page
 * by {@link SalesforceCrm}. Immutable.
 *
 * @param name the name as Salesforce writes it
 * @param id the id
 */
record PageCursor(String name, String id) {

	/**
	 * The attribute in which each customer keeps its name as Salesforce writes it: the
	 * name that the app shows is made of one line and can come from another field.
	 */
	static final String ATTRIBUTE = "sort_name";

	private static final Pattern TEXT = Pattern.compile("([a-zA-Z0-9]{18}):(.{0,1000})", Pattern.DOTALL);

	/** Returns the place of that customer. */
	static PageCursor of(CrmCustomer customer) {
		String name = customer.text(ATTRIBUTE);
		return new PageCursor((name != null) ? name : "", customer.id().value());
	}

	/** Returns the place that a text names, unless {@link #toText} does not make it. */
	static Optional<PageCursor> ofText(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches() ? Optional.of(new PageCursor(matcher.group(2), matcher.group(1))) : Optional.empty();
	}

	/** Returns the text of a cursor. */
	String toText() {
		return this.id + ":" + this.name;
	}

}
