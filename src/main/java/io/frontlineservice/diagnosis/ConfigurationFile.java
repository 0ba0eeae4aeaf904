package io.frontlineservice.diagnosis;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.env.PropertiesPropertySourceLoader;
import org.springframework.boot.env.PropertySourceLoader;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.Resource;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/**
 * A file of the configuration. Reads it as Spring Boot does, to say what is wrong with
 * it. Called by {@link ConfigurationFiles}.
 */
final class ConfigurationFile {

	private static final Pattern BAD_ESCAPE = Pattern.compile("\\\\u(?![0-9a-fA-F]{4})");

	private final Resource resource;

	private final String name;

	/**
	 * Creates the file.
	 * @param hint the extension of a file without one; empty if its name has one
	 */
	ConfigurationFile(Resource resource, String hint) {
		this.resource = resource;
		this.name = resource.getFilename() + hint;
	}

	/**
	 * Reads the file.
	 * @throws UnreadableConfigurationException if it cannot be used
	 */
	void check() {
		if (this.name.endsWith(".yml") || this.name.endsWith(".yaml")) {
			check(new YamlPropertySourceLoader());
		}
		else if (this.name.endsWith(".properties")) {
			check(new PropertiesPropertySourceLoader());
		}
	}

	private void check(PropertySourceLoader loader) {
		if (isFolder()) {
			throw problem("this is a folder, not a file: put the file in its place (Docker creates a folder where "
					+ "the file that it mounts does not exist)", null);
		}
		try {
			loader.load("check", this.resource);
		}
		catch (MarkedYAMLException ex) {
			throw atMark(ex);
		}
		catch (FileNotFoundException | AccessDeniedException ex) {
			throw problem("this process may not read the file: change its permissions or its owner", ex);
		}
		catch (IOException | RuntimeException ex) {
			throw unusable(loader instanceof YamlPropertySourceLoader, ex);
		}
	}

	private UnreadableConfigurationException atMark(MarkedYAMLException failure) {
		boolean isUnclosed = YamlProblem.isUnclosed(String.valueOf(failure.getProblem()));
		Mark mark = (isUnclosed && failure.getContextMark() != null) ? failure.getContextMark()
				: failure.getProblemMark();
		String problem = YamlProblem.describe(String.valueOf(failure.getProblem()));
		return (mark != null) ? new UnreadableConfigurationException(toString(), mark.getLine() + 1,
				mark.getColumn() + 1, problem, failure) : problem(problem, failure);
	}

	/** Searches for the place, which these exceptions do not have. */
	private UnreadableConfigurationException unusable(boolean isYaml, Exception failure) {
		try {
			return (isYaml ? misencoded(failure) : badEscape(failure)).orElseGet(
					() -> problem("the file cannot be used (" + failure.getClass().getSimpleName() + ")", failure));
		}
		catch (IOException ex) {
			return problem("the file cannot be read", ex);
		}
	}

	private Optional<UnreadableConfigurationException> misencoded(Exception failure) throws IOException {
		try (InputStream bytes = this.resource.getInputStream()) {
			return EncodingProblem.find(bytes, StandardCharsets.UTF_8)
				.map((found) -> new UnreadableConfigurationException(toString(), found.line(), found.column(),
						found.problem() + ": save the file in UTF-8", failure));
		}
	}

	private Optional<UnreadableConfigurationException> badEscape(Exception failure) throws IOException {
		try (BufferedReader text = new BufferedReader(
				new InputStreamReader(this.resource.getInputStream(), StandardCharsets.ISO_8859_1))) {
			int number = 0;
			for (String line = text.readLine(); line != null; line = text.readLine()) {
				number++;
				Matcher escape = BAD_ESCAPE.matcher(line);
				if (!line.stripLeading().startsWith("#") && escape.find()) {
					return Optional.of(new UnreadableConfigurationException(toString(), number, escape.start() + 1,
							"\\u needs four hexadecimal digits after it: double each backslash that is meant as one",
							failure));
				}
			}
			return Optional.empty();
		}
	}

	private UnreadableConfigurationException problem(String problem, @Nullable Throwable cause) {
		return new UnreadableConfigurationException(toString(), problem, cause);
	}

	private boolean isFolder() {
		try {
			return this.resource.isFile() && this.resource.getFile().isDirectory();
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** The absolute path, or the place on the class path. */
	@Override
	public String toString() {
		try {
			return this.resource.isFile() ? this.resource.getFile().toPath().toAbsolutePath().normalize().toString()
					: this.resource.getDescription();
		}
		catch (IOException | RuntimeException ex) {
			return this.resource.getDescription();
		}
	}

}
