package io.frontlineservice.crm.http;

import io.frontlineservice.http.RequestBody;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request to a CRM's API. Created by adapters, sent by {@link CrmApi}. Immutable.
 *
 * @param method the HTTP method
 * @param url path and query, encoded, beginning with a slash; or an absolute URL from an
 * answer of this API, such as a link to the next page
 * @param headers headers besides those that each request has
 * @param body the body, if there is one
 * @param rates the names of the rate limits that count this request, the narrowest first:
 * that one is paused when the CRM answers that it received too many calls
 */
public record ApiRequest(String method, String url, Map<String, String> headers, @Nullable RequestBody body,
		List<String> rates) {

	public ApiRequest {
		headers = Map.copyOf(headers);
		rates = List.copyOf(rates);
	}

	public static ApiRequest get(String url, String... rates) {
		return new ApiRequest("GET", url, Map.of(), null, List.of(rates));
	}

	/**
	 * Returns a request with a body of JSON.
	 * @param json what Jackson writes as JSON: maps, lists, records
	 */
	public static ApiRequest post(String url, Object json, String... rates) {
		RequestBody body = RequestBody.json(JsonMapper.shared().writeValueAsString(json));
		return new ApiRequest("POST", url, Map.of(), body, List.of(rates));
	}

	/** Returns a request with a form, as token endpoints expect it. */
	public static ApiRequest form(String url, Map<String, String> fields, String... rates) {
		RequestBody body = RequestBody.form(List.copyOf(fields.entrySet()));
		return new ApiRequest("POST", url, Map.of(), body, List.of(rates));
	}

	/** Returns this request with one more header. */
	public ApiRequest withHeader(String name, String value) {
		Map<String, String> more = new HashMap<>(this.headers);
		more.put(name, value);
		return new ApiRequest(this.method, this.url, more, this.body, this.rates);
	}

	/** Does not show the URL and the headers, which may contain customers' data. */
	@Override
	public String toString() {
		return this.method;
	}

}
