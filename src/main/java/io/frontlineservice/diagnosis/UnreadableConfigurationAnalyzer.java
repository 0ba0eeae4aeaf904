package io.frontlineservice.diagnosis;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.config.ConfigDataLocation;
import org.springframework.boot.context.config.ConfigDataLocationNotFoundException;
import org.springframework.boot.context.config.ConfigDataNotFoundException;
import org.springframework.boot.context.config.ConfigDataResourceNotFoundException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.boot.json.JsonParseException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Says in one line which file of the configuration cannot be read, and why. Called by
 * Spring Boot when the service does not start, and by the {@link Doctor}.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class UnreadableConfigurationAnalyzer implements FailureAnalyzer {

	/** Other prefixes are not of files. */
	private static final Pattern OF_FILE = Pattern.compile("(?:file:)?[^:*;]*");

	@Override
	public @Nullable FailureAnalysis analyze(Throwable failure) {
		return describe(failure)
			.map((problem) -> new FailureAnalysis(problem,
					"Fix this. The command \"doctor\" shows whether the configuration can be read then.", failure))
			.orElse(null);
	}

	/** The file and the problem; empty if the failure has another reason. */
	static Optional<String> describe(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof UnreadableConfigurationException unreadable) {
				return Optional.of(String.valueOf(unreadable.getMessage()));
			}
			if (cause instanceof JsonParseException) {
				return Optional
					.of("SPRING_APPLICATION_JSON is not valid JSON (or the setting spring.application.json)");
			}
			if (cause instanceof ConfigDataNotFoundException missing) {
				return Optional.of("there is no " + name(missing)
						+ ": create it, or fix the setting that names it: spring.config.import, spring.config.location or "
						+ "spring.config.additional-location");
			}
		}
		return Optional.empty();
	}

	/** The path as it was tried. */
	private static String name(ConfigDataNotFoundException missing) {
		ConfigDataLocation location = location(missing);
		if (location == null || !OF_FILE.matcher(location.getValue()).matches()) {
			return missing.getReferenceDescription();
		}
		String path = location.getValue().replaceFirst("^file:(?://(?=/))?", "");
		return Path.of(path).toAbsolutePath().normalize().toString();
	}

	private static @Nullable ConfigDataLocation location(ConfigDataNotFoundException missing) {
		if (missing instanceof ConfigDataLocationNotFoundException atLocation) {
			return atLocation.getLocation();
		}
		return (missing instanceof ConfigDataResourceNotFoundException ofResource) ? ofResource.getLocation() : null;
	}

}
