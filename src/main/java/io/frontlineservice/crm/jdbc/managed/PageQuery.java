package io.frontlineservice.crm.jdbc.managed;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds the queries for a page of customers. Each list is read in the order of its
 * index, up to a limit, and the lists of several owners are merged. Made for each query;
 * not thread-safe.
 */
final class PageQuery {

	private static final String ORDER = " order by sort_key, customer_id limit ";

	private final ManagedDialect dialect;

	private final ListPart part;

	private final SqlValues values = new SqlValues();

	/** Creates a builder for that part of lists. */
	PageQuery(ManagedDialect dialect, ListPart part) {
		this.dialect = dialect;
		this.part = part;
	}

	SqlValues values() {
		return this.values;
	}

	/** The first customers of these lists. */
	String list(List<String> lists) {
		return customers(merged(lists,
				(list) -> "select sort_key, customer_id from " + entries(list) + ORDER + limit(this.part.most())));
	}

	/** The first customers of these lists that match; reads until it has found them. */
	String search(List<String> lists, SearchConditions search) {
		return customers(merged(lists, (list) -> matching("select sort_key, customer_id, " + text() + " as text from "
				+ entries(list) + " order by sort_key, customer_id", search)));
	}

	/** The first customers that match among that many of each list. */
	String search(List<String> lists, SearchConditions search, int budget) {
		return customers(merged(lists, (list) -> matching(
				"select sort_key, customer_id, " + text() + " as text from " + entries(list) + ORDER + limit(budget),
				search)));
	}

	/**
	 * A row for each list that has more entries than that.
	 * @param end only if the entry after those is before this place; null for any
	 */
	String longLists(List<String> lists, int budget, @Nullable Place end) {
		String entries = union(lists, (list) -> "select sort_key, customer_id from " + entries(list)
				+ " order by sort_key, customer_id limit 1 offset " + this.values.add("budget", budget));
		return "select customer_id from (" + entries + ") entries"
				+ ((end != null) ? " where not " + this.dialect.after(end, this.values) : "");
	}

	/** The first customers that match, by the index for searches. */
	String indexed(List<String> lists, SearchConditions search) {
		String condition = this.dialect.candidates(lists.contains(TableKeys.ALL) ? List.of() : lists, search.parts(),
				this.values);
		return this.dialect.materialized("candidates",
				"select customer_id, sort_key, search_text as text from frontline_customer c where " + condition)
				+ customers("select sort_key, customer_id from candidates where " + search.sql("text", this.values)
						+ part() + ORDER + limit(this.part.most()));
	}

	/** The first customers with that address. */
	String at(String address) {
		return customers("select sort_key, customer_id from frontline_customer_address where address_key = "
				+ this.values.add("address", address) + ORDER + limit(this.part.most()));
	}

	String withId(String id) {
		return CustomerRows.SELECT + " from frontline_customer c where c.customer_id = " + this.values.add("id", id);
	}

	private static String customers(String page) {
		return CustomerRows.SELECT + " from (" + page + ") page "
				+ "join frontline_customer c on c.customer_id = page.customer_id "
				+ "order by page.sort_key, page.customer_id";
	}

	private String merged(List<String> lists, Function<String, String> list) {
		return (lists.size() == 1) ? list.apply(lists.get(0)) : "select sort_key, customer_id from ("
				+ union(lists, list) + ") lists" + " group by sort_key, customer_id" + ORDER + limit(this.part.most());
	}

	private static String union(List<String> lists, Function<String, String> list) {
		return lists.stream().map((it) -> "(" + list.apply(it) + ")").collect(Collectors.joining(" union all "));
	}

	private String matching(String entries, SearchConditions search) {
		return "select sort_key, customer_id from (" + entries + ") entries where " + search.sql("text", this.values)
				+ ORDER + limit(this.part.most());
	}

	private String entries(String list) {
		return "frontline_customer_owner o where owner_key = " + this.values.add("list", list) + part();
	}

	/** The text to search, which is read from the customer where it is too long. */
	private static String text() {
		return "coalesce(short_text, (select search_text from frontline_customer c "
				+ "where c.customer_id = o.customer_id))";
	}

	private String part() {
		return this.part.sql(this.dialect, this.values);
	}

	private String limit(int rows) {
		return this.values.add("limit", rows);
	}

}
