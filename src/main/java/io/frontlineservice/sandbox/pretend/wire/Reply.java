package io.frontlineservice.sandbox.pretend.wire;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP response. Created by the resources, written by {@code PretendServer}.
 * Immutable.
 *
 * @param status the HTTP status
 * @param type the content type
 * @param body the body; empty without one
 * @param retryAfter the value of {@code Retry-After}; null for none
 */
public record Reply(int status, String type, String body, @Nullable String retryAfter) {

	/** Reads and writes all JSON of the pretend Twilio: snake_case, with nulls. */
	public static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.build();

	private static final JsonMapper INDENTED = JSON.rebuild().enable(SerializationFeature.INDENT_OUTPUT).build();

	public static Reply ok(Object value) {
		return json(200, value);
	}

	public static Reply created(Object value) {
		return json(201, value);
	}

	public static Reply noContent() {
		return new Reply(204, "application/json", "", null);
	}

	/** Returns formatted JSON. */
	public static Reply indented(Object value) {
		return new Reply(200, "application/json", INDENTED.writeValueAsString(value) + "\n", null);
	}

	public static Reply html(int status, String body) {
		return new Reply(status, "text/html", body, null);
	}

	public static Reply error(int status, int code, String message) {
		return json(status, new ErrorBody(code, message, "https://www.twilio.com/docs/errors/" + code, status));
	}

	private static Reply json(int status, Object value) {
		return new Reply(status, "application/json", JSON.writeValueAsString(value), null);
	}

	public Reply withRetryAfter(@Nullable String value) {
		return new Reply(this.status, this.type, this.body, value);
	}

	public void write(HttpExchange exchange) throws IOException {
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		exchange.getResponseHeaders().set("Content-Type", this.type + ";charset=utf-8");
		if (this.retryAfter != null) {
			exchange.getResponseHeaders().set("Retry-After", this.retryAfter);
		}
		exchange.sendResponseHeaders(this.status, (bytes.length > 0) ? bytes.length : -1);
		if (bytes.length > 0) {
			exchange.getResponseBody().write(bytes);
		}
	}

	/** The body of an error, as Twilio writes it. */
	private record ErrorBody(int code, String message, String moreInfo, int status) {

	}

}
