package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.limit.Deadline;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * Reads one page of a list, as the API numbers or links them. Called by
 * {@link CustomerPages}. Thread-safe.
 */
final class PageReader {

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	private final RestApi api;

	private final String base;

	private final PagingSettings paging;

	/**
	 * Creates a reader.
	 * @param base the URL below which requests are
	 */
	PageReader(RestApi api, String base, PagingSettings paging) {
		this.api = api;
		this.base = base;
		this.paging = paging;
	}

	/** Returns what names the first page. */
	String firstPage() {
		return switch (this.paging.type()) {
			case PAGE -> String.valueOf(this.paging.first());
			case OFFSET -> "0";
			case NONE, CURSOR, NEXT_LINK -> "";
		};
	}

	/** Whether a text can name a page. */
	boolean isPage(String text) {
		return switch (this.paging.type()) {
			case PAGE, OFFSET -> NUMBER.matcher(text).matches();
			case NONE -> text.isEmpty();
			case CURSOR, NEXT_LINK -> true;
		};
	}

	/**
	 * Reads a page.
	 * @param values the values of the request besides those of paging
	 */
	Page read(RestRequest request, PlaceholderValues values, String page, Deadline deadline) {
		ApiRequest sent = sent(request, values, page);
		ApiAnswer answer = this.api.call(sent, deadline);
		List<Map<String, Object>> records = request.records(answer);
		String next = next(request, answer.body(), page, records.size(), sent.url());
		if (next != null && (next.equals(page) || next.length() > PagePlace.LONGEST)) {
			throw CrmErrorException.unreadable();
		}
		return new Page(records, next);
	}

	private ApiRequest sent(RestRequest request, PlaceholderValues values, String page) {
		if (this.paging.type() == PagingType.NEXT_LINK && !page.isEmpty()) {
			return ApiRequest.get(page, RestApi.CALLS);
		}
		PlaceholderValues all = values.with(Placeholder.LIMIT, String.valueOf(this.paging.size()))
			.with(Placeholder.CURSOR, page)
			.with(Placeholder.PAGE, page)
			.with(Placeholder.OFFSET, page);
		return request.with(all).orElseThrow(CrmErrorException::unreadable);
	}

	private @Nullable String next(RestRequest request, JsonNode body, String page, int count, String url) {
		return switch (this.paging.type()) {
			case NONE -> null;
			case CURSOR -> request.has(Placeholder.CURSOR) ? textOrNull(body) : null;
			case NEXT_LINK -> link(textOrNull(body), url);
			case PAGE -> request.has(Placeholder.PAGE)
					? numberAfter(page, 1, body, (number(page) - this.paging.first()) * this.paging.size(), count)
					: null;
			case OFFSET -> request.has(Placeholder.OFFSET) ? numberAfter(page, count, body, number(page), count) : null;
		};
	}

	private @Nullable String textOrNull(JsonNode body) {
		JsonNode next = body.at(Objects.requireNonNull(this.paging.next()));
		if (next.isContainer()) {
			throw CrmErrorException.unreadable();
		}
		String text = next.asString("");
		return text.isBlank() ? null : text;
	}

	/** The link as a request of this API; links may be relative. */
	private @Nullable String link(@Nullable String link, String url) {
		if (link == null) {
			return null;
		}
		try {
			String current = url.startsWith("/") ? this.base + url : url;
			// Java would resolve a query alone against the folder.
			String absolute = link.startsWith("?") ? current.split("\\?", 2)[0] + link
					: new URI(current).resolve(new URI(link)).toString();
			return absolute.startsWith(this.base + "/") ? absolute.substring(this.base.length()) : absolute;
		}
		catch (URISyntaxException ex) {
			throw CrmErrorException.unreadable();
		}
	}

	/** The page or offset after one with this number of records. */
	private @Nullable String numberAfter(String page, int step, JsonNode body, long before, int count) {
		boolean more;
		if (this.paging.more() != null) {
			more = saysMore(body.at(JsonPointer.compile(this.paging.more())));
		}
		else if (this.paging.total() != null) {
			more = count > 0 && before + count < total(body.at(JsonPointer.compile(this.paging.total())));
		}
		else {
			more = count >= this.paging.size();
		}
		return (more && count > 0) ? String.valueOf(number(page) + step) : null;
	}

	/** Without the total, a list would seem to end with its first page. */
	private static long total(JsonNode node) {
		long total = node.asLong(-1);
		if (total < 0) {
			throw CrmErrorException.unreadable();
		}
		return total;
	}

	private static boolean saysMore(JsonNode node) {
		return node.isBoolean() ? node.asBoolean()
				: node.isNumber() ? node.asDouble() != 0 : !node.asString("").isBlank();
	}

	private static long number(String page) {
		return Long.parseLong(page);
	}

	/**
	 * A page of the API.
	 *
	 * @param records its records
	 * @param next what names the page after it; null at the end of the list
	 */
	record Page(List<Map<String, Object>> records, @Nullable String next) {
	}

}
