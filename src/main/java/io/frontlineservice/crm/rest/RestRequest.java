package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmErrorException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * One configured request, and where the customers are in its answer. Made of checked
 * settings by {@link RestCrm}. Immutable.
 */
final class RestRequest {

	private final UrlTemplate url;

	private final @Nullable BodyTemplate body;

	private final JsonPointer records;

	private final @Nullable String separator;

	/** Whether the answer may be one record instead of a list. */
	private final boolean isSingle;

	private final Set<Placeholder> placeholders;

	private RestRequest(UrlTemplate url, @Nullable BodyTemplate body, JsonPointer records, @Nullable String separator,
			boolean isSingle) {
		this.url = url;
		this.body = body;
		this.records = records;
		this.separator = separator;
		this.isSingle = isSingle;
		Set<Placeholder> all = url.placeholders();
		if (body != null) {
			all.addAll(body.placeholders());
		}
		this.placeholders = Set.copyOf(all);
	}

	/**
	 * Reads settings.
	 * @param separator between the values of lists; null for parameters of their own
	 * @param isSingle whether the answer may be one record instead of a list
	 */
	static RestRequest of(RequestSettings settings, @Nullable String separator, boolean isSingle) {
		return new RestRequest(UrlTemplate.parse(Objects.requireNonNull(settings.path())),
				(settings.body() != null) ? BodyTemplate.parse(settings.body()) : null,
				JsonPointer.compile(Objects.requireNonNullElse(settings.records(), "")), separator, isSingle);
	}

	Set<Placeholder> placeholders() {
		return this.placeholders;
	}

	boolean has(Placeholder placeholder) {
		return this.placeholders.contains(placeholder);
	}

	/** Returns the request with these values; empty if none can be sent with them. */
	Optional<ApiRequest> with(PlaceholderValues values) {
		return this.url.render(values, this.separator)
			.map((path) -> (this.body == null) ? ApiRequest.get(path, RestApi.CALLS)
					: ApiRequest.post(path, this.body.render(values, this.separator), RestApi.CALLS));
	}

	/**
	 * Returns the records in an answer.
	 * @throws CrmErrorException if there is something else in their place, or nothing
	 */
	List<Map<String, Object>> records(ApiAnswer answer) {
		JsonNode found = answer.body().at(this.records);
		if (found.isNull()) {
			return List.of();
		}
		if (found.isObject() && this.isSingle) {
			return List.of(ApiAnswer.fields(found));
		}
		if (!found.isArray() || !found.valueStream().allMatch(JsonNode::isObject)) {
			throw CrmErrorException.unreadable();
		}
		return found.valueStream().map(ApiAnswer::fields).toList();
	}

}
