package io.frontlineservice.sandbox.crm;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * An HTTP response of a pretend CRM. Made by a {@link PretendCrm}, written by
 * {@link CrmServer}. Immutable.
 *
 * @param status the HTTP status
 * @param headers the headers, with the content type
 * @param body the body; empty without one
 */
public record CrmReply(int status, Map<String, String> headers, String body) {

	/** Reads and writes the JSON of pretend CRMs, with nulls. */
	public static final JsonMapper JSON = new JsonMapper();

	public CrmReply {
		headers = Map.copyOf(headers);
	}

	/** Returns a response of JSON. */
	public static CrmReply json(int status, Object value) {
		return text(status, "application/json;charset=utf-8", JSON.writeValueAsString(value));
	}

	/** Returns a response of any text. */
	public static CrmReply text(int status, String contentType, String body) {
		return new CrmReply(status, Map.of("Content-Type", contentType), body);
	}

	/** Returns the same response with one more header. */
	public CrmReply with(String header, String value) {
		Map<String, String> all = new LinkedHashMap<>(this.headers);
		all.put(header, value);
		return new CrmReply(this.status, all, this.body);
	}

	void write(HttpExchange exchange) throws IOException {
		byte[] bytes = this.body.getBytes(StandardCharsets.UTF_8);
		this.headers.forEach(exchange.getResponseHeaders()::set);
		exchange.sendResponseHeaders(this.status, (bytes.length > 0) ? bytes.length : -1);
		if (bytes.length > 0) {
			exchange.getResponseBody().write(bytes);
		}
	}

}
