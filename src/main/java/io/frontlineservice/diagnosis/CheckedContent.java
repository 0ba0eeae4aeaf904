package io.frontlineservice.diagnosis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource.StubPropertySource;

/**
 * What {@link Check}s have read and the start of the service needs as well, such as a
 * large file. A part of the environment, because that is all that a check and the beans
 * have in common; it has no properties. Commands check without a start: their environment
 * keeps nothing. Thread-safe.
 */
public final class CheckedContent extends StubPropertySource {

	private static final String NAME = CheckedContent.class.getName();

	private final Map<String, Object> contents = new ConcurrentHashMap<>();

	private CheckedContent() {
		super(NAME);
	}

	/** Lets an environment keep content from now on. */
	public static void addTo(ConfigurableEnvironment environment) {
		environment.getPropertySources().addLast(new CheckedContent());
	}

	/** Whether the environment keeps content. */
	public static boolean isKeptIn(Environment environment) {
		return in(environment) != null;
	}

	/**
	 * Keeps content until it is taken.
	 * @param key the setting that the content belongs to
	 */
	public static void keep(Environment environment, String key, Object content) {
		CheckedContent kept = in(environment);
		if (kept != null) {
			kept.contents.put(key, content);
		}
	}

	/** Takes content out; empty if none was kept, or if it has been taken before. */
	public static Optional<Object> take(Environment environment, String key) {
		CheckedContent kept = in(environment);
		return (kept != null) ? Optional.ofNullable(kept.contents.remove(key)) : Optional.empty();
	}

	private static @Nullable CheckedContent in(Environment environment) {
		return (environment instanceof ConfigurableEnvironment configurable)
				? (CheckedContent) configurable.getPropertySources().get(NAME) : null;
	}

}
