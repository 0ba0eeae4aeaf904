package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a request. What Pipedrive does not know is refused, so that tests
 * find typing mistakes. Used by the calls of this package. Immutable.
 *
 * @param request the request
 */
record Query(CrmRequest request) {

	private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,17}");

	private static final int MOST_PER_PAGE = 500;

	private static final int DEFAULT_LIMIT = 100;

	/** Reads the query of a request that may have these parameters. */
	static Query of(CrmRequest request, Set<String> allowed) {
		for (String parameter : request.query().isEmpty() ? new String[0] : request.query().split("&", -1)) {
			String name = parameter.split("=", 2)[0];
			PipedriveException.require(allowed.contains(name), "there is no parameter " + name);
			PipedriveException.require(request.parameters(name).size() == 1, name + " is there twice");
		}
		return new Query(request);
	}

	@Nullable String text(String name) {
		return this.request.parameter(name);
	}

	/** Returns an id; null without it. */
	@Nullable Long id(String name) {
		String text = text(name);
		return (text != null) ? id(name, text) : null;
	}

	private static Long id(String name, String text) {
		PipedriveException.require(NUMBER.matcher(text).matches(), name + " must be a number");
		return Long.valueOf(text);
	}

	/** Returns the ids in a list with commas; null without it. */
	@Nullable List<Long> ids(String name, int most) {
		List<String> texts = texts(name);
		PipedriveException.require(texts.size() <= most, name + " has more than " + most + " entries");
		return (text(name) != null) ? texts.stream().map((it) -> id(name, it)).toList() : null;
	}

	/** Returns the entries of a list with commas; none without it. */
	List<String> texts(String name) {
		String text = text(name);
		return (text != null) ? Arrays.asList(text.split(",", -1)) : List.of();
	}

	boolean flag(String name) {
		return choice(name, "false", "true").equals("true");
	}

	/** Returns one of these values, the first by default. */
	String choice(String name, String... values) {
		String text = text(name);
		PipedriveException.require(text == null || List.of(values).contains(text),
				name + " must be one of " + String.join(", ", values));
		return (text != null) ? text : values[0];
	}

	int limit() {
		Long limit = id("limit");
		PipedriveException.require(limit == null || limit <= MOST_PER_PAGE, "limit must be at most " + MOST_PER_PAGE);
		return (limit != null) ? limit.intValue() : DEFAULT_LIMIT;
	}

}
