package io.frontlineservice.sandbox.crm.dataverse;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The links to next pages that were returned: each continues after the last row of its
 * page, also when that row is gone. A link must come back as it is. Used by
 * {@link QueryRun}. Thread-safe.
 */
final class PagingCookies {

	private final Map<String, DataverseRow> lastRows = new ConcurrentHashMap<>();

	/**
	 * Returns the query of the next page.
	 * @param query that of this page, encoded
	 * @param last the last row of this page
	 */
	String issue(String query, String idColumn, DataverseRow last) {
		int page = this.lastRows.size() + 1;
		String cookie = encoded(encoded("<cookie page=\"" + page + "\"><" + idColumn + " last=\"{"
				+ last.id().toUpperCase(Locale.ROOT) + "}\" /></cookie>"));
		String token = "<cookie pagenumber=\"" + (page + 1) + "\" pagingcookie=\"" + cookie
				+ "\" istracking=\"False\" />";
		String next = query.replaceFirst("&\\$skiptoken=.*", "") + "&$skiptoken=" + encoded(token);
		this.lastRows.put(next, last);
		return next;
	}

	/** Returns the row after which that page starts; null for the first page. */
	@Nullable DataverseRow lastRow(String query) {
		if (!query.contains("$skiptoken")) {
			return null;
		}
		DataverseRow last = this.lastRows.get(query);
		if (last == null) {
			throw DataverseError.badQuery("The paging cookie is not that of this query.");
		}
		return last;
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
