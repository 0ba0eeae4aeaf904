package io.frontlineservice.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.EncodedResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * Reads word lists: properties files in UTF-8 next to this class, with values separated
 * by bars. Called by {@link Greetings} and {@link LegalForms}.
 */
final class WordLists {

	private static final Pattern SEPARATOR = Pattern.compile("\\s*\\|\\s*");

	private WordLists() {
	}

	/** The words of each key. */
	static Map<String, List<String>> read(String resource) {
		Properties lists = load(resource);
		return lists.stringPropertyNames()
			.stream()
			.collect(Collectors.toMap((key) -> key, (key) -> SEPARATOR.splitAsStream(lists.getProperty(key)).toList()));
	}

	private static Properties load(String resource) {
		try {
			return PropertiesLoaderUtils.loadProperties(
					new EncodedResource(new ClassPathResource(resource, WordLists.class), StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
