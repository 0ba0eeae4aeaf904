package io.frontlineservice.crm.http;

import io.frontlineservice.http.RawResponse;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An answer of a CRM's API. Returned by {@link CrmApi}; {@link ApiDialect} says what an
 * error means. Immutable: the body must not be changed.
 *
 * @param status the HTTP status
 * @param headers the headers
 * @param body an object or an array; a missing node if the body is empty or not JSON
 */
public record ApiAnswer(int status, HttpHeaders headers, JsonNode body) {

	private static final int NO_CONTENT = 204;

	private static final Pattern NUMBER = Pattern.compile("\\d{1,15}");

	private static final int MAX_DEPTH = 100;

	private static final TypeReference<Map<String, Object>> FIELDS = new TypeReference<>() {
	};

	private static final JsonMapper JSON = JsonMapper
		.builder(JsonFactory.builder()
			.streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(MAX_DEPTH).build())
			.build())
		// An amount of 1.10 stays 1.10.
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
		.build();

	static ApiAnswer of(RawResponse response) {
		return new ApiAnswer(response.status(), response.headers(), json(response.body()));
	}

	private static JsonNode json(String text) {
		try {
			JsonNode json = JSON.readTree(text);
			return json.isContainer() ? json : JSON.missingNode();
		}
		catch (JacksonException ex) {
			return JSON.missingNode();
		}
	}

	/**
	 * Returns the body as a record, of which the answer may have more fields.
	 * @throws CrmErrorException if it has another form
	 */
	public <T> T as(Class<T> type) {
		if (this.body.isMissingNode()) {
			throw CrmErrorException.unreadable();
		}
		try {
			return JSON.treeToValue(this.body, type);
		}
		catch (JacksonException ex) {
			throw CrmErrorException.unreadable();
		}
	}

	/** Returns an object of the answer as a map, with all that is nested in it. */
	public static Map<String, Object> fields(JsonNode object) {
		return JSON.convertValue(object, FIELDS);
	}

	/** Returns the first header of that name in any case; null if it is missing. */
	public @Nullable String header(String name) {
		return this.headers.getFirst(name);
	}

	/**
	 * Returns the whole number in a header; -1 if the header is missing, or has another
	 * form.
	 */
	public long number(String header) {
		String text = header(header);
		return (text != null && NUMBER.matcher(text.strip()).matches()) ? Long.parseLong(text.strip()) : -1;
	}

	/** Whether the answer has the body that a success with its status has. */
	boolean isComplete() {
		return !this.body.isMissingNode() || this.status == NO_CONTENT;
	}

	/** Does not show the headers and the body, which contain customers' data. */
	@Override
	public String toString() {
		return "status " + this.status;
	}

}
