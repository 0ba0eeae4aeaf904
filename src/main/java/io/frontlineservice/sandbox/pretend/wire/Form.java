package io.frontlineservice.sandbox.pretend.wire;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a form or a query. Immutable.
 *
 * @param values the values of each name, in order
 */
public record Form(Map<String, List<String>> values) {

	public static Form parse(@Nullable String text) {
		Map<String, List<String>> values = new LinkedHashMap<>();
		if (text != null) {
			for (String pair : text.split("&", -1)) {
				int equals = pair.indexOf('=');
				String name = decode((equals < 0) ? pair : pair.substring(0, equals));
				if (!name.isEmpty()) {
					values.computeIfAbsent(name, (it) -> new ArrayList<>())
						.add((equals < 0) ? "" : decode(pair.substring(equals + 1)));
				}
			}
		}
		return new Form(values);
	}

	public static String write(Map<String, String> values) {
		return values.entrySet()
			.stream()
			.map((it) -> encode(it.getKey()) + "=" + encode(it.getValue()))
			.collect(Collectors.joining("&"));
	}

	/** Returns the first value of that name; null if the name is absent. */
	public @Nullable String get(String name) {
		List<String> found = all(name);
		return found.isEmpty() ? null : found.get(0);
	}

	/**
	 * Returns the first value of that name.
	 * @throws RestException if the parameter is missing
	 */
	public String require(String name) {
		String value = get(name);
		if (value == null) {
			throw RestException.invalid("Missing required parameter " + name);
		}
		return value;
	}

	public int number(String name, int otherwise) {
		String value = get(name);
		try {
			return (value != null) ? Integer.parseInt(value) : otherwise;
		}
		catch (NumberFormatException ex) {
			throw RestException.invalid(name + " is not a number");
		}
	}

	public List<String> all(String name) {
		return this.values.getOrDefault(name, List.of());
	}

	/** Returns one value for each name; several values are joined by commas. */
	public Map<String, String> joined() {
		Map<String, String> joined = new LinkedHashMap<>();
		this.values.forEach((name, all) -> joined.put(name, String.join(", ", all)));
		return joined;
	}

	private static String decode(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			throw RestException.invalid("The form has an invalid percent encoding");
		}
	}

	static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
