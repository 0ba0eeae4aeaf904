package io.frontlineservice.conformance;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Customers in an answer. Immutable.
 *
 * @param customers the customers
 * @param next the cursor of the next page; null on the last one
 */
record CheckedPage(List<CheckedCustomer> customers, @Nullable String next) {

	/**
	 * Reads an answer.
	 * @throws CheckFailedException if it is not a page
	 */
	static CheckedPage of(ServerReply reply) {
		reply.require(200, "with customers");
		JsonNode customers = reply.json().path("customers");
		CheckFailedException.unless(customers.isArray(), "an object with the list customers",
				customers.isMissingNode() ? "no customers in the JSON" : "customers is not a list");
		JsonNode next = reply.json().path("next");
		CheckFailedException.unless(next.isMissingNode() || next.isNull() || isCursor(next),
				"next is null, or a text of 1 to 1,000 characters", "next is something else");
		return new CheckedPage(customers.valueStream().map(CheckedCustomer::of).toList(),
				next.isString() ? next.stringValue() : null);
	}

	private static boolean isCursor(JsonNode next) {
		return next.isString() && !next.stringValue().isEmpty() && next.stringValue().length() <= 1000;
	}

	List<String> ids() {
		return this.customers.stream().map(CheckedCustomer::id).toList();
	}

	/** Throws an exception unless this is the end of a list without customers. */
	void requireEmpty() {
		CheckFailedException.unless(this.customers.isEmpty() && this.next == null,
				"an empty list of customers, and no next", size() + ((this.next != null) ? ", and next" : ""));
	}

	/** Returns the number of customers in words. */
	String size() {
		return (this.customers.size() == 1) ? "1 customer" : this.customers.size() + " customers";
	}

}
