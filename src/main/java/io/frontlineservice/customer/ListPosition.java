package io.frontlineservice.customer;

import org.jspecify.annotations.Nullable;

/**
 * Where a page of the list begins. Kept in page tokens by {@link CustomerService}.
 * Immutable.
 *
 * @param cursor the adapter's cursor; null for the beginning of the list
 * @param skipped how many of the customers from there on the app already has. More than
 * none only where an answer could not hold a whole page of an adapter that cannot
 * continue after a customer.
 */
record ListPosition(@Nullable String cursor, int skipped) {

	static final ListPosition BEGINNING = new ListPosition(null, 0);

	/** Begins a text with a number of customers to skip. */
	private static final char MARK = '\0';

	private static final char SEPARATOR = ':';

	/** A position from {@link #toText}. */
	static ListPosition of(String text) {
		if (text.isEmpty() || text.charAt(0) != MARK) {
			return new ListPosition(text, 0);
		}
		int end = text.indexOf(SEPARATOR);
		int skipped = Integer.parseInt(text.substring(1, (end >= 0) ? end : text.length()));
		return new ListPosition((end >= 0) ? text.substring(end + 1) : null, skipped);
	}

	/** The most customers to ask for, to have at most a page of those not skipped. */
	int limit(int pageSize) {
		return (this.skipped < pageSize) ? pageSize : this.skipped + pageSize;
	}

	String toText() {
		boolean isPlain = this.skipped == 0 && this.cursor != null && this.cursor.indexOf(MARK) != 0;
		return isPlain ? String.valueOf(this.cursor)
				: MARK + String.valueOf(this.skipped) + ((this.cursor != null) ? SEPARATOR + this.cursor : "");
	}

}
