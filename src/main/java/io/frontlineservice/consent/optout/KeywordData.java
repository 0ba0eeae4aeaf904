package io.frontlineservice.consent.optout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The content of {@code keywords.yml}; lists are separated by commas. Read by
 * {@link OptOutConfiguration}. Immutable.
 *
 * @param stop the words that opt out, by language or for {@code all}
 * @param start the words that opt in, in the same way
 * @param languages the languages of numbers, by their first digits
 */
record KeywordData(Map<String, String> stop, Map<String, String> start, Map<String, String> languages) {

	/** Reads the words of this version. */
	static KeywordData read() {
		try (InputStream data = Objects.requireNonNull(KeywordData.class.getResourceAsStream("keywords.yml"))) {
			return new YAMLMapper().readValue(data, KeywordData.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
