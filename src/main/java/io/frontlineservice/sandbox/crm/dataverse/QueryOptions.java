package io.frontlineservice.sandbox.crm.dataverse;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The options of a query. Read by {@link QueryRun}. Immutable.
 *
 * @param values the decoded values by name
 */
record QueryOptions(Map<String, String> values) {

	/** Dataverse has no {@code $skip}. */
	private static final Set<String> NAMES = Set.of("$select", "$expand", "$filter", "$orderby", "$top", "$skiptoken");

	/**
	 * Reads the options.
	 * @param query the query of the URL, still encoded
	 */
	static QueryOptions read(String query) {
		Map<String, String> values = new LinkedHashMap<>();
		for (String option : query.split("&", -1)) {
			String[] parts = option.split("=", 2);
			String name = UriUtils.decode(parts[0], StandardCharsets.UTF_8);
			if (!NAMES.contains(name)) {
				throw DataverseError.badQuery("The query parameter " + name + " is not supported.");
			}
			String value = (parts.length > 1) ? parts[1].replace('+', ' ') : "";
			if (values.put(name, UriUtils.decode(value, StandardCharsets.UTF_8)) != null) {
				throw DataverseError.badQuery("Query option '" + name + "' was specified more than once.");
			}
		}
		return new QueryOptions(values);
	}

	/** Returns the value of an option; null without it. */
	@Nullable String value(String name) {
		return this.values.get(name);
	}

	/** Returns the parts of a list; none without it. */
	String[] list(String name) {
		String value = this.values.get(name);
		return (value != null) ? value.split(",", -1) : new String[0];
	}

}
