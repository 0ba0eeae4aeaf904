package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.dataverse.DataverseApi.Rows;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Reads the list page by page. A page starts after the name and id of the last customer,
 * so changes meanwhile neither skip nor repeat others. Dataverse compares names in a
 * filter, but not ids: the customers with the name of the last one are read again, and
 * those up to the last one are left out. Called by {@link DataverseCrm}. Thread-safe.
 */
final class CustomerPages {

	/** Limits the size of an answer. */
	private static final int MOST_ROWS = 1_000;

	/** So many answers are read for the customers of one name. */
	private static final int MOST_ANSWERS = 5;

	private final DataverseApi api;

	private final CustomerTable table;

	private final CustomerQueries queries;

	CustomerPages(DataverseApi api, CustomerTable table, CustomerQueries queries) {
		this.api = api;
		this.table = table;
		this.queries = queries;
	}

	/**
	 * Reads a page.
	 * @param conditions what the customers must meet
	 * @param after the customer after which the page starts; null for the first page
	 * @param size the most customers of the page
	 */
	Page read(List<String> conditions, @Nullable PageCursor after, int size, Deadline deadline) {
		if (after == null) {
			return page(query(conditions, List.of(), size + 1, deadline), 0, size);
		}
		int most = after.seen() + size + 1;
		if (most <= MOST_ROWS) {
			Rows rows = query(conditions, this.queries.atOrAfter(after.name()), most, deadline);
			int last = indexOf(after.id(), rows.rows());
			// With another name, it is at another place by now.
			if (last >= 0 && Objects.equals(name(rows.rows().get(last)), after.name())
					&& (rows.nextLink() == null || last + 1 < rows.rows().size())) {
				return page(rows, last + 1, size);
			}
		}
		return readInNames(conditions, after, size, deadline);
	}

	/** If the last customer is gone, or if many have its name. */
	private Page readInNames(List<String> conditions, PageCursor after, int size, Deadline deadline) {
		List<Map<String, Object>> rows = allOfName(conditions, after.name(), deadline);
		int start = placeAfter(after.id(), rows);
		int left = size + 1 - (rows.size() - start);
		if (left <= 0) {
			return page(new Rows(rows, null), start, size);
		}
		Rows rest = query(conditions, this.queries.after(after.name()), left, deadline);
		rows.addAll(rest.rows());
		return page(new Rows(rows, rest.nextLink()), start, size);
	}

	private List<Map<String, Object>> allOfName(List<String> conditions, @Nullable String name, Deadline deadline) {
		Rows rows = query(conditions, this.queries.same(name), MOST_ROWS, deadline);
		List<Map<String, Object>> all = new ArrayList<>(rows.rows());
		for (int answers = 1; rows.nextLink() != null; answers++) {
			if (answers == MOST_ANSWERS) {
				throw new CrmUnavailableException(
						"More than 5,000 customers in Dataverse have the same name, or no name: the list ends there",
						null);
			}
			rows = this.api.next(rows.nextLink(), MOST_ROWS, deadline);
			all.addAll(rows.rows());
		}
		return all;
	}

	/** Without the customer itself, the order of ids says where it was. */
	private int placeAfter(String id, List<Map<String, Object>> rows) {
		int last = indexOf(id, rows);
		if (last >= 0) {
			return last + 1;
		}
		int start = 0;
		while (start < rows.size() && !RowId.isAfter(this.table.idOf(rows.get(start)), id)) {
			start++;
		}
		return start;
	}

	private Rows query(List<String> conditions, List<String> names, int most, Deadline deadline) {
		List<String> all = new ArrayList<>(conditions);
		all.addAll(names);
		return this.api.query(this.queries.of(all), most, deadline);
	}

	/** One row more than the page has shows whether there are further pages. */
	private Page page(Rows found, int start, int size) {
		List<Map<String, Object>> rows = found.rows();
		int end = Math.min(rows.size(), start + size);
		boolean more = rows.size() > end || found.nextLink() != null;
		if (more && end == start) {
			throw CrmErrorException.unreadable();
		}
		return new Page(rows.subList(start, end), more ? cursorAt(end - 1, rows) : null);
	}

	private PageCursor cursorAt(int last, List<Map<String, Object>> rows) {
		String name = name(rows.get(last));
		int first = last;
		while (first > 0 && isSame(name, name(rows.get(first - 1)))) {
			first--;
		}
		return new PageCursor(this.table.idOf(rows.get(last)), last - first + 1, name);
	}

	private static boolean isSame(@Nullable String name, @Nullable String other) {
		return (name != null) ? name.equalsIgnoreCase(other) : other == null;
	}

	private int indexOf(String id, List<Map<String, Object>> rows) {
		for (int i = 0; i < rows.size(); i++) {
			if (this.table.idOf(rows.get(i)).equals(id)) {
				return i;
			}
		}
		return -1;
	}

	private @Nullable String name(Map<String, Object> row) {
		return (row.get(this.table.sortName()) instanceof String name) ? name : null;
	}

	/**
	 * A page of customers.
	 *
	 * @param rows their rows
	 * @param next the place of the last of them; null at the end of the list
	 */
	record Page(List<Map<String, Object>> rows, @Nullable PageCursor next) {

	}

}
