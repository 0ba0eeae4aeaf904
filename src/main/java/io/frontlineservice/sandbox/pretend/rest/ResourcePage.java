package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.wire.Form;
import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Splits a list into pages as Twilio's REST API does. Used by all list resources.
 */
final class ResourcePage {

	private static final int USUAL = 50;

	private static final int LARGEST = 100;

	private ResourcePage() {
	}

	/**
	 * Returns the requested page.
	 * @param key the name of the list in the response
	 */
	static <T> Reply of(Request request, String key, List<T> all, Function<T, Object> resource) {
		return of(request, key, all, resource, LARGEST);
	}

	/**
	 * Returns the requested page.
	 * @param largest the maximum size of a page
	 */
	static <T> Reply of(Request request, String key, List<T> all, Function<T, Object> resource, int largest) {
		int size = Math.max(1, Math.min(largest, request.query().number("PageSize", USUAL)));
		int page = Math.max(0, request.query().number("Page", 0));
		int start = Math.min(all.size(), page * size);
		int end = Math.min(all.size(), start + size);
		Map<String, Object> answer = new LinkedHashMap<>();
		answer.put("meta", new Meta(page, size, url(request, size, 0), (page > 0) ? url(request, size, page - 1) : null,
				url(request, size, page), (end < all.size()) ? url(request, size, page + 1) : null, key));
		answer.put(key, all.subList(start, end).stream().map(resource).toList());
		return Reply.ok(answer);
	}

	private static String url(Request request, int size, int page) {
		Map<String, String> query = new LinkedHashMap<>(request.query().joined());
		query.put("PageSize", Integer.toString(size));
		query.put("Page", Integer.toString(page));
		query.put("PageToken", "PT" + page);
		return request.url() + "?" + Form.write(query);
	}

	private record Meta(int page, int pageSize, String firstPageUrl, @Nullable String previousPageUrl, String url,
			@Nullable String nextPageUrl, String key) {

	}

}
