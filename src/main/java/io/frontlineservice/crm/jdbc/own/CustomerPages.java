package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads pages of customers, and refuses those that cannot be right, because a page that
 * is wrong would hide customers. Called by {@link OwnTables}. Thread-safe.
 */
final class CustomerPages {

	private final OwnQueries queries;

	private final RowMapper mapper;

	private final QueryTrouble trouble;

	CustomerPages(OwnQueries queries, RowMapper mapper, QueryTrouble trouble) {
		this.queries = queries;
		this.mapper = mapper;
		this.trouble = trouble;
	}

	/**
	 * Returns a page. One row more than the page has shows whether there are further
	 * pages.
	 * @param after the last customer of the page before; null for the first page
	 */
	CrmPage page(QueryKind kind, BindValues values, Audience audience, @Nullable PageCursor after, int limit,
			Deadline deadline) {
		int asked = Math.min(limit, Integer.MAX_VALUE - 2) + 1;
		List<Row> rows = this.queries.run(kind, values.set(Bind.LIMIT, asked), asked + 1, deadline);
		checkRows(kind, rows, after, asked);
		List<Row> shown = (rows.size() > limit) ? rows.subList(0, limit) : rows;
		List<CrmCustomer> customers = shown.stream().map(this.mapper::customer).flatMap(Optional::stream).toList();
		checkCustomers(kind, shown, customers, audience);
		return new CrmPage(customers, (rows.size() > limit) ? cursor(kind, rows, limit) : null);
	}

	private void checkRows(QueryKind kind, List<Row> rows, @Nullable PageCursor after, int asked) {
		if (rows.size() > asked) {
			throw refusal(kind, "returned more rows than :limit: end it with limit :limit");
		}
		Set<String> ids = new HashSet<>();
		for (Row row : rows) {
			if (row.id() == null) {
				throw refusal(kind, "returned a customer without an id: leave such rows out");
			}
			if (!ids.add(row.id())) {
				throw refusal(kind, "returned a customer twice in a page: return one row for each customer, with "
						+ "several numbers or owners in one column");
			}
		}
		if (after != null && ids.contains(after.id())) {
			throw refusal(kind, "returned the customer after which a page starts: its condition with :after_name and "
					+ ":after_id must fit its order by");
		}
	}

	private void checkCustomers(QueryKind kind, List<Row> shown, List<CrmCustomer> customers, Audience audience) {
		if (customers.size() < shown.size()) {
			this.trouble.warn(kind,
					"returned customers whose id is blank or longer than 256 characters: they are left " + "out");
		}
		if (!shown.isEmpty() && customers.stream().noneMatch(audience::maySee)) {
			throw refusal(kind, "returned only customers of other owners: compare the same column with :workers that "
					+ Columns.PREFIX + ".worker names, and with nothing else");
		}
		Set<CustomerId> ids = new HashSet<>();
		if (!customers.stream().map(CrmCustomer::id).allMatch(ids::add)) {
			throw refusal(kind, "returned two ids that differ only in blanks around them: an id must not have any");
		}
	}

	private String cursor(QueryKind kind, List<Row> rows, int limit) {
		// A comparison with null is never true, so customers without a sort name would
		// be missing from the next page.
		if (rows.stream().anyMatch((row) -> row.sortName() == null)) {
			throw refusal(kind, "returned a customer without a sort name, after which no page can start: select and "
					+ "sort by coalesce(..., '') as sort_name");
		}
		Row last = rows.get(limit - 1);
		String sortName = String.valueOf(last.sortName());
		if (sortName.length() > PageCursor.LONGEST_NAME) {
			throw refusal(kind, "returned a sort name that is longer than 1,000 characters: select and sort by "
					+ "left(..., 200) as sort_name");
		}
		return new PageCursor(sortName, String.valueOf(last.id())).toText();
	}

	private RuntimeException refusal(QueryKind kind, String problem) {
		return this.trouble.refuse(kind, problem);
	}

}
