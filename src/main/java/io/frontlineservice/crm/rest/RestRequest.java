package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmErrorException;
import java.util.ArrayList;
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

	private RestRequest(UrlTemplate url, @Nullable BodyTemplate body, JsonPointer records, @Nullable String separator) {
		this.url = url;
		this.body = body;
		this.records = records;
		this.separator = separator;
	}

	/**
	 * Reads settings.
	 * @param separator between the values of lists; null for parameters of their own
	 */
	static RestRequest of(RequestSettings settings, @Nullable String separator) {
		return new RestRequest(UrlTemplate.parse(Objects.requireNonNull(settings.path())),
				(settings.body() != null) ? BodyTemplate.parse(settings.body()) : null,
				JsonPointer.compile(Objects.requireNonNullElse(settings.records(), "")), separator);
	}

	Set<Placeholder> placeholders() {
		Set<Placeholder> all = this.url.placeholders();
		if (this.body != null) {
			all.addAll(this.body.placeholders());
		}
		return all;
	}

	boolean has(Placeholder placeholder) {
		return placeholders().contains(placeholder);
	}

	/** Returns the request with these values; empty if none can be sent with them. */
	Optional<ApiRequest> with(PlaceholderValues values) {
		return this.url.render(values, this.separator)
			.map((path) -> (this.body == null) ? ApiRequest.get(path, RestApi.CALLS)
					: ApiRequest.post(path, this.body.render(values, this.separator), RestApi.CALLS));
	}

	/**
	 * Returns the records in an answer: those of a list, or a single one.
	 * @throws CrmErrorException if there is something else in their place, or nothing
	 */
	List<Map<String, Object>> records(ApiAnswer answer) {
		JsonNode found = answer.body().at(this.records);
		List<Map<String, Object>> read = new ArrayList<>();
		for (JsonNode record : found.isArray() ? found : List.of(found)) {
			if (record.isObject()) {
				read.add(ApiAnswer.fields(record));
			}
			else if (found.isArray() || !found.isNull()) {
				throw CrmErrorException.unreadable();
			}
		}
		return read;
	}

}
