package io.frontlineservice.crm.rest;

import io.frontlineservice.diagnosis.UnusableSettingException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * The configured path and query of a request. Each value is encoded, so that it stays one
 * segment or one parameter. Part of {@link RestRequest}. Immutable.
 */
final class UrlTemplate {

	private static final Pattern PARAMETERS = Pattern.compile("&");

	/** Those that may be empty cannot be in a path. */
	private static final Set<Placeholder> NEVER_IN_PATHS = EnumSet.of(Placeholder.OWNERS, Placeholder.NUMBERS,
			Placeholder.CURSOR);

	/** Servers and proxies would read them as steps to another path. */
	private static final Set<String> STEPS = Set.of(".", "..");

	private final PlaceholderText path;

	private final List<Parameter> parameters = new ArrayList<>();

	private UrlTemplate(String path, @Nullable String query) {
		this.path = PlaceholderText.parse(path);
		if (query != null) {
			PARAMETERS.splitAsStream(query).forEach((parameter) -> {
				String[] parts = parameter.split("=", 2);
				this.parameters.add(new Parameter(parts[0], PlaceholderText.parse((parts.length > 1) ? parts[1] : "")));
			});
		}
	}

	/**
	 * Parses a setting.
	 * @throws UnusableSettingException if it is not a path with parameters
	 */
	static UrlTemplate parse(String text) {
		if (!text.startsWith("/")) {
			throw new UnusableSettingException("must begin with a slash: it is the part after " + RestSettings.PREFIX
					+ ".url, such as /contacts?owner={owners}");
		}
		String[] parts = text.split("\\?", 2);
		UrlTemplate url = new UrlTemplate(parts[0], (parts.length > 1) ? parts[1] : null);
		url.check(text);
		return url;
	}

	private void check(String text) {
		Set<Placeholder> inPath = this.path.placeholders();
		inPath.retainAll(NEVER_IN_PATHS);
		if (!inPath.isEmpty()) {
			throw new UnusableSettingException("cannot have " + Placeholder.list(inPath)
					+ " before the question mark: write it as a parameter, such as ?owner={owners}");
		}
		for (Parameter parameter : this.parameters) {
			Set<Placeholder> misplaced = parameter.value().misplaced();
			if (!misplaced.isEmpty() || !PlaceholderText.parse(parameter.name()).placeholders().isEmpty()) {
				throw new UnusableSettingException(
						"must have each placeholder as the whole value of a parameter, such as q={search}, "
								+ "unless it consists of digits: what a worker types must not become a part of a query");
			}
		}
		try {
			URI uri = new URI("https://host" + text.replaceAll("\\{[a-z]+}", "x"));
			if (uri.getRawFragment() != null) {
				throw new UnusableSettingException("must not have a #: write %23");
			}
		}
		catch (URISyntaxException ex) {
			throw new UnusableSettingException(
					"has a character that a URL cannot have: encode it, such as a blank as %20");
		}
	}

	Set<Placeholder> placeholders() {
		Set<Placeholder> all = this.path.placeholders();
		this.parameters.forEach((parameter) -> all.addAll(parameter.value().placeholders()));
		return all;
	}

	/**
	 * Returns the path and query with values. A parameter without a value is left out.
	 * @param separator between the values of a list; null to repeat the parameter
	 * @return empty if a value of the path is missing, or cannot be in a path
	 */
	Optional<String> render(PlaceholderValues values, @Nullable String separator) {
		boolean hasStep = this.path.placeholders()
			.stream()
			.flatMap((it) -> values.of(it).stream())
			.anyMatch(STEPS::contains);
		if (hasStep) {
			return Optional.empty();
		}
		String query = this.parameters.stream()
			.flatMap((parameter) -> parameter.render(values, separator).stream())
			.collect(Collectors.joining("&"));
		return this.path.render(values, UrlTemplate::encoded)
			.map((rendered) -> query.isEmpty() ? rendered : rendered + "?" + query);
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	/** A parameter of the query: its name as it is written, and its value. */
	private record Parameter(String name, PlaceholderText value) {

		/** Several for a list of values. */
		private List<String> render(PlaceholderValues values, @Nullable String separator) {
			Placeholder alone = this.value.alone();
			if (alone == null) {
				return this.value.render(values, UrlTemplate::encoded).stream().map(this::with).toList();
			}
			List<String> all = values.of(alone);
			return (separator == null || all.isEmpty()) ? all.stream().map((it) -> with(encoded(it))).toList()
					: List.of(with(encoded(String.join(separator, all))));
		}

		private String with(String encoded) {
			return this.name + "=" + encoded;
		}

	}

}
