package io.frontlineservice.crm.jdbc.own;

import org.jspecify.annotations.Nullable;

/**
 * The operator's queries, as they are configured. Null is a query that is not set.
 *
 * @param list selects a page of the customers of some workers, in the order of the list
 * @param search selects a page of those that match some words; null if the database has
 * no search
 * @param byId selects the customer with an id
 * @param byAddress selects the customers with a number or a chat identity
 * @param count counts all customers, for operators
 */
public record Queries(@Nullable String list, @Nullable String search, @Nullable String byId, @Nullable String byAddress,
		@Nullable String count) {

	/** No queries at all. */
	public static final Queries NONE = new Queries(null, null, null, null, null);

}
