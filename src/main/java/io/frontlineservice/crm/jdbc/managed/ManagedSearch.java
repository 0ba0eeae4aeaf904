package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of the customers that match a search. Called by {@link ManagedTables}.
 * <p>
 * Most workers have so few customers that their lists can be read, and a common word is
 * found soon in any list. Both is done in the index of the lists alone. The rest, which
 * is a word that is rare in a long list, is left to the index for searches. So no search
 * reads many rows, whatever the planner of the database assumes. Thread-safe.
 */
final class ManagedSearch {

	private static final String NAME = "search";

	/** How many entries of lists are read before the index for searches is used. */
	static final int BUDGET = 10_000;

	private static final int MOST_SHARES = 100;

	private final CrmDatabase database;

	private final ManagedDialect dialect;

	private final int budget;

	ManagedSearch(CrmDatabase database, ManagedDialect dialect, int budget) {
		this.database = database;
		this.dialect = dialect;
		this.budget = budget;
	}

	/** The first customers of these lists that match, and at most that many. */
	List<CrmCustomer> find(List<String> lists, Search search, @Nullable Place after, int most, Deadline deadline) {
		SearchConditions conditions = SearchConditions.of(search);
		if (conditions.parts().isEmpty()) {
			PageQuery query = new PageQuery(this.dialect, after, most);
			return read(query.search(lists, conditions), query, deadline);
		}
		int budget = Math.max(1, this.budget / Math.min(lists.size(), MOST_SHARES));
		PageQuery query = new PageQuery(this.dialect, after, most);
		List<CrmCustomer> found = read(query.search(lists, conditions, budget), query, deadline);
		if (isComplete(found, most, lists, after, budget, deadline)) {
			return found;
		}
		query = new PageQuery(this.dialect, after, most);
		return read(query.indexed(lists, conditions), query, deadline);
	}

	/**
	 * Whether no customer is missing who is in a list after the entries that were read of
	 * it, and before the end of the page.
	 */
	private boolean isComplete(List<CrmCustomer> found, int most, List<String> lists, @Nullable Place after, int budget,
			Deadline deadline) {
		boolean isFull = found.size() == most;
		if (isFull && lists.size() == 1) {
			return true;
		}
		Place end = isFull ? new Place(CustomerOrder.of(found.get(most - 1))) : null;
		PageQuery query = new PageQuery(this.dialect, after, most);
		return this.database.query(NAME, query.longLists(lists, budget, end), query.values().toSource(),
				(rows) -> !rows.next(), deadline);
	}

	private List<CrmCustomer> read(String sql, PageQuery query, Deadline deadline) {
		return this.database.query(NAME, sql, query.values().toSource(), CustomerRows::read, deadline);
	}

}
