package io.frontlineservice.crm.dataverse;

import io.frontlineservice.customer.CrmCustomer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of a customer in the list: its name and id in Dataverse. Made for each page
 * by {@link CustomerPages}. Immutable.
 *
 * @param id the id
 * @param seen how many customers with the same name are before it, itself included, as
 * far as it is known: so many rows are read again. Only the id decides.
 * @param name the name as Dataverse writes it; null if the customer has none
 */
record PageCursor(String id, int seen, @Nullable String name) {

	/**
	 * The attribute in which each customer keeps its name as Dataverse writes it: the
	 * name that the app shows is made of one line and can come from another column.
	 */
	static final String ATTRIBUTE = "sort_name";

	private static final Pattern TEXT = Pattern.compile("(" + RowId.FORM + "):(\\d{1,6})(?::(.{0,4000}))?",
			Pattern.DOTALL);

	/** Returns the place of that customer. */
	static PageCursor of(CrmCustomer customer) {
		return new PageCursor(customer.id().value(), 1, customer.text(ATTRIBUTE));
	}

	/** Returns the place that a text names, unless {@link #toText} does not make it. */
	static Optional<PageCursor> ofText(String text) {
		Matcher matcher = TEXT.matcher(text);
		return matcher.matches()
				? Optional.of(new PageCursor(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3)))
				: Optional.empty();
	}

	/** Returns the text of a cursor. */
	String toText() {
		return this.id + ":" + this.seen + ((this.name != null) ? ":" + this.name : "");
	}

}
