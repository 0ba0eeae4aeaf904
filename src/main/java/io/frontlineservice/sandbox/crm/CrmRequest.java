package io.frontlineservice.sandbox.crm;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A request to a pretend CRM. Read by {@link CrmServer}, answered by a {@link PretendCrm}
 * and compared by tests. Immutable.
 *
 * @param method the HTTP method
 * @param path the path as the client wrote it, still encoded
 * @param query the query as the client wrote it, still encoded; empty without one
 * @param headers the first value of each header; names in any case
 * @param body the body; empty without one
 */
public record CrmRequest(String method, String path, String query, Map<String, String> headers, String body) {

	static CrmRequest read(HttpExchange exchange) throws IOException {
		Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
		String query = exchange.getRequestURI().getRawQuery();
		byte[] body = exchange.getRequestBody().readAllBytes();
		return new CrmRequest(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath(),
				(query != null) ? query : "", headers, new String(body, StandardCharsets.UTF_8));
	}

	/** Returns the value of a header; null without it. */
	public @Nullable String header(String name) {
		return this.headers.get(name);
	}

	/** Returns the decoded segments of the path. */
	public List<String> segments() {
		return Arrays.stream(this.path.substring(1).split("/", -1))
			.map((segment) -> UriUtils.decode(segment, StandardCharsets.UTF_8))
			.toList();
	}

	/** Returns the decoded value of a parameter of the query; null without it. */
	public @Nullable String parameter(String name) {
		return parse(this.query).getFirst(name);
	}

	/** Returns all decoded values of a parameter of the query; empty without it. */
	public List<String> parameters(String name) {
		return parse(this.query).getOrDefault(name, List.of());
	}

	/** Returns the decoded value of a field of a form in the body; null without it. */
	public @Nullable String formField(String name) {
		return parse(this.body).getFirst(name);
	}

	/** Returns the JSON in the body; a missing node if it is not JSON. */
	public JsonNode json() {
		try {
			return this.body.isEmpty() ? MissingNode.getInstance() : CrmReply.JSON.readTree(this.body);
		}
		catch (JacksonException ex) {
			return MissingNode.getInstance();
		}
	}

	private static MultiValueMap<String, String> parse(String form) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		for (String field : form.split("&", -1)) {
			String[] parts = field.split("=", 2);
			fields.add(decode(parts[0]), (parts.length > 1) ? decode(parts[1]) : "");
		}
		return fields;
	}

	private static String decode(String text) {
		return UriUtils.decode(text.replace('+', ' '), StandardCharsets.UTF_8);
	}

}
