package io.frontlineservice.consent.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Which values of a consent field mean yes: the content of {@code consent-values.yml},
 * and dates. Used by {@link CrmConsent}. Immutable.
 *
 * @param yes the values, as {@link KeywordText} reduces them
 */
record ConsentValues(Set<String> yes) {

	/** 2027-05-03, 3.5.2027, 05/03/2027 and the like, with or without a time. */
	private static final Pattern DATE = Pattern
		.compile("(?:(?:19|20)[0-9]{2}[-/.][0-9]{1,2}[-/.][0-9]{1,2}|[0-9]{1,2}[-/.][0-9]{1,2}[-/.](?:19|20)[0-9]{2})"
				+ "(?:[T ].*)?");

	/** Reads the values of this version. */
	static ConsentValues read() {
		try (InputStream data = Objects.requireNonNull(ConsentValues.class.getResourceAsStream("consent-values.yml"))) {
			return new ConsentValues(new YAMLMapper().readValue(data, Values.class)
				.yes()
				.stream()
				.map(KeywordText::of)
				.collect(Collectors.toUnmodifiableSet()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Returns whether the value of a field means yes. */
	boolean isYes(@Nullable String value) {
		return value != null && (this.yes.contains(KeywordText.of(value)) || DATE.matcher(value.strip()).matches());
	}

	/** The content of the file. */
	private record Values(List<String> yes) {
	}

}
