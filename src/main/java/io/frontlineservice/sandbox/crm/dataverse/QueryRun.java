package io.frontlineservice.sandbox.crm.dataverse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Runs a query of the Web API, and writes its rows as JSON. Made by
 * {@link PretendDataverse} for one query. Not thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/power-apps/developer/data-platform/webapi/query/page-results">Page
 * results</a>
 */
final class QueryRun {

	/** The most rows of one answer. */
	private static final int MOST_ROWS = 5_000;

	private static final Pattern PAGE_SIZE = Pattern.compile("odata\\.maxpagesize=(\\d+)");

	private static final String FORMATTED = "OData.Community.Display.V1.FormattedValue";

	private static final Pattern EXPAND = Pattern.compile("(\\w+)\\(\\$select=([\\w,]+)\\),?");

	private final DataverseTables tables;

	private final TableSchema schema;

	private final RowReader reader;

	private final PagingCookies cookies;

	private final QueryOptions options;

	private final String query;

	private final String prefer;

	/**
	 * Reads a query.
	 * @param query the query of the URL, still encoded
	 * @param prefer the header {@code Prefer}
	 */
	QueryRun(DataverseTables tables, TableSchema schema, PagingCookies cookies, String query, String prefer) {
		this.tables = tables;
		this.schema = schema;
		this.reader = new RowReader(tables, schema);
		this.cookies = cookies;
		this.options = QueryOptions.read(query);
		this.query = query;
		this.prefer = prefer;
	}

	/**
	 * Returns the body of the answer.
	 * @param url the URL of the table
	 * @param visible the rows that the caller may read
	 */
	Map<String, Object> result(String url, Predicate<DataverseRow> visible) {
		Comparator<DataverseRow> order = order();
		List<DataverseRow> found = new ArrayList<>(this.tables.all(this.schema.name()));
		String filter = this.options.value("$filter");
		Predicate<DataverseRow> condition = (filter != null) ? FilterParser.parse(filter, this.reader) : (row) -> true;
		DataverseRow last = this.cookies.lastRow(this.query);
		found.removeIf(
				(row) -> !visible.test(row) || !condition.test(row) || (last != null && order.compare(row, last) <= 0));
		found.sort(order);
		int size = pageSize();
		List<Map<String, @Nullable Object>> rows = found.stream().limit(size).map(this::json).toList();
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("@odata.context", url.replaceFirst("[^/]+$", "") + "$metadata#" + this.schema.entitySet());
		body.put("value", rows);
		// With $top and without a page size, there are no further pages.
		if (found.size() > size && (isPaged() || this.options.value("$top") == null)) {
			body.put("@odata.nextLink",
					url + "?" + this.cookies.issue(this.query, this.schema.id(), found.get(size - 1)));
		}
		return body;
	}

	private boolean isPaged() {
		return PAGE_SIZE.matcher(this.prefer).find();
	}

	/** With a page size, {@code $top} is ignored. */
	private int pageSize() {
		Matcher matcher = PAGE_SIZE.matcher(this.prefer);
		if (matcher.find()) {
			return Math.min(MOST_ROWS, Integer.parseInt(matcher.group(1)));
		}
		String top = this.options.value("$top");
		return (top != null) ? Math.min(MOST_ROWS, Integer.parseInt(top)) : MOST_ROWS;
	}

	/** Without another order, by the primary key. Rows without a value are first. */
	private Comparator<DataverseRow> order() {
		List<Comparator<DataverseRow>> all = new ArrayList<>();
		for (String part : this.options.list("$orderby")) {
			String[] words = part.strip().split(" ", -1);
			Comparator<DataverseRow> by = by(words[0]);
			all.add((words.length > 1 && words[1].equals("desc")) ? by.reversed() : by);
		}
		all.add(by(this.schema.id()));
		return all.stream().reduce(Comparator::thenComparing).orElseThrow();
	}

	private Comparator<DataverseRow> by(String column) {
		ColumnType type = this.reader.type(column);
		return Comparator.comparing((row) -> {
			String value = this.reader.comparable(row, column);
			return (value != null && type == ColumnType.ID) ? SqlText.sortable(value) : value;
		}, Comparator.nullsFirst(Comparator.<String>naturalOrder()));
	}

	private Map<String, @Nullable Object> json(DataverseRow row) {
		Map<String, @Nullable Object> json = new LinkedHashMap<>();
		json.put("@odata.etag", "W/\"" + (row.id().hashCode() & Integer.MAX_VALUE) + "\"");
		for (String column : this.options.list("$select")) {
			this.schema.type(column);
			Object value = row.value(column);
			String label = (value != null) ? this.schema.label(column, value) : null;
			if (label != null && this.prefer.contains(FORMATTED)) {
				json.put(column + "@" + FORMATTED, label);
			}
			json.put(column, value);
		}
		json.put(this.schema.id(), row.id());
		String expand = this.options.value("$expand");
		Matcher matcher = EXPAND.matcher((expand != null) ? expand : "");
		int end = 0;
		while (matcher.find() && matcher.start() == end) {
			json.put(matcher.group(1), related(row, matcher.group(1), matcher.group(2).split(",", -1)));
			end = matcher.end();
		}
		if (expand != null && end < expand.length()) {
			throw DataverseError.badQuery("Syntax error in $expand.");
		}
		return json;
	}

	private @Nullable Map<String, @Nullable Object> related(DataverseRow row, String navigation, String[] columns) {
		TableSchema.Lookup lookup = this.schema.lookup(navigation);
		Arrays.stream(columns).forEach((column) -> this.tables.schema(lookup.table()).type(column));
		return this.tables.find(lookup.table(), row.value(lookup.column())).map((related) -> {
			Map<String, @Nullable Object> json = new LinkedHashMap<>();
			Arrays.stream(columns).forEach((column) -> json.put(column, related.value(column)));
			json.put(lookup.table() + "id", related.id());
			return json;
		}).orElse(null);
	}

}
