package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.NameRange;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds a page of the customers that match a search. Called by {@link ManagedTables}.
 * <p>
 * Those whose names begin with the query come first, because they are together in a list,
 * wherever that is. For the others, most workers have so few customers that their lists
 * can be read, and a common word is found soon in any list. All this is done in the index
 * of the lists alone. The rest, which is a word that is rare in a long list, is left to
 * the index for searches. So few searches read many rows, whatever the planner of the
 * database assumes. Thread-safe.
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

	/**
	 * The first customers of these lists that match, and at most that many: first those
	 * whose names begin with the query, then the others.
	 */
	List<CrmCustomer> find(List<String> lists, Search search, @Nullable Place after, int most, Deadline deadline) {
		SearchConditions conditions = SearchConditions.of(search);
		NameRange names = search.names();
		if (after != null && !names.contains(after.sortKey())) {
			return find(lists, ListPart.without(names, after, most), conditions, deadline);
		}
		PageQuery query = new PageQuery(this.dialect, ListPart.within(names, after, most));
		List<CrmCustomer> found = new ArrayList<>(read(query.search(lists, conditions), query, deadline));
		if (found.size() < most) {
			found.addAll(find(lists, ListPart.without(names, null, most - found.size()), conditions, deadline));
		}
		return found;
	}

	private List<CrmCustomer> find(List<String> lists, ListPart part, SearchConditions conditions, Deadline deadline) {
		PageQuery query = new PageQuery(this.dialect, part);
		if (conditions.parts().isEmpty()) {
			return read(query.search(lists, conditions), query, deadline);
		}
		int budget = Math.max(1, this.budget / Math.min(lists.size(), MOST_SHARES));
		List<CrmCustomer> found = read(query.search(lists, conditions, budget), query, deadline);
		if (isComplete(found, lists, part, budget, deadline)) {
			return found;
		}
		query = new PageQuery(this.dialect, part);
		return read(query.indexed(lists, conditions), query, deadline);
	}

	/**
	 * Whether no customer is missing who is in a list after the entries that were read of
	 * it, and before the end of the page.
	 */
	private boolean isComplete(List<CrmCustomer> found, List<String> lists, ListPart part, int budget,
			Deadline deadline) {
		boolean isFull = found.size() == part.most();
		if (isFull && lists.size() == 1) {
			return true;
		}
		Place end = isFull ? new Place(CustomerOrder.of(found.get(found.size() - 1))) : null;
		PageQuery query = new PageQuery(this.dialect, part);
		return this.database.query(NAME, query.longLists(lists, budget, end), query.values().toSource(),
				(rows) -> !rows.next(), deadline);
	}

	private List<CrmCustomer> read(String sql, PageQuery query, Deadline deadline) {
		return this.database.query(NAME, sql, query.values().toSource(), CustomerRows::read, deadline);
	}

}
