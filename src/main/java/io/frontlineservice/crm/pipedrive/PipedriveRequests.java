package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/**
 * Sends requests with the API token, and reads the form that all answers have. Used by
 * {@link PipedriveApi}. Thread-safe.
 *
 * @see <a href= "https://pipedrive.readme.io/docs/core-api-concepts-responses">
 * Responses</a>
 */
final class PipedriveRequests {

	/** A longer cursor would not fit into the app's requests. */
	private static final int LONGEST_CURSOR = 1_000;

	private final CrmApi api;

	private final Secret token;

	PipedriveRequests(CrmApi api, Secret token) {
		this.api = api;
		this.token = token;
	}

	/** Sends a request that counts for these limits, and returns its answer. */
	ApiAnswer call(String url, Deadline deadline, String... rates) {
		return this.api.call(request(url, rates), deadline);
	}

	/** Reads one object; empty if it does not exist. */
	Optional<JsonNode> find(String url, Deadline deadline, String... rates) {
		return this.api.find(request(url, rates), deadline).map((answer) -> object(answer.body().path("data")));
	}

	private ApiRequest request(String url, String... rates) {
		return ApiRequest.get(url, rates).withHeader("x-api-token", this.token.reveal());
	}

	/** Encodes a value of the query. */
	static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	/** Returns the parameter that continues after a page; empty for the first page. */
	static String cursor(@Nullable String cursor) {
		return (cursor != null) ? "&cursor=" + encoded(cursor) : "";
	}

	/**
	 * Returns this node if it is an object with an id.
	 * @throws CrmErrorException if it is not
	 */
	static JsonNode object(JsonNode object) {
		if (!object.path("id").isIntegralNumber()) {
			throw CrmErrorException.unreadable();
		}
		return object;
	}

	/**
	 * Returns this node if it is a list.
	 * @throws CrmErrorException if it is not
	 */
	static JsonNode elements(JsonNode list) {
		if (!list.isArray()) {
			throw CrmErrorException.unreadable();
		}
		return list;
	}

	/**
	 * Returns where to continue; null at the end, where it is null or absent.
	 * @param cursor where this page began
	 */
	static @Nullable String next(ApiAnswer answer, @Nullable String cursor) {
		String next = answer.body().path("additional_data").path("next_cursor").asString("");
		if (next.equals(cursor) || next.length() > LONGEST_CURSOR) {
			throw CrmErrorException.unreadable();
		}
		return next.isEmpty() ? null : next;
	}

}
