package io.frontlineservice.diagnosis;

import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;

/**
 * An application that reads the configuration from the same sources as the service, and
 * starts nothing. Run by the {@link Doctor} and by commands. {@link StartCheck} skips
 * this application, and no other.
 */
public final class ConfigurationReading extends SpringApplication {

	/** No server, and no output except that of the command. */
	private static final Map<String, Object> QUIET = Map.of("spring.main.web-application-type", "none",
			"spring.main.banner-mode", "off", "logging.threshold.console", "off", "logging.config", "",
			"logging.file.name", "", "logging.file.path", "");

	public ConfigurationReading() {
		super(Nothing.class);
		setRegisterShutdownHook(false);
	}

	/**
	 * Reads the configuration.
	 * @throws RuntimeException if a source of the configuration is missing or invalid
	 */
	public Environment read(String... arguments) {
		// A failure before these properties apply would be logged, and may quote values.
		LoggingSystem.get(getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
		try (ConfigurableApplicationContext context = run(arguments)) {
			return context.getEnvironment();
		}
	}

	/** Says in one line why {@link #read} failed, without quoting a value. */
	public static String problem(RuntimeException failure) {
		return "the configuration cannot be read" + UnreadableConfigurationAnalyzer.describe(failure)
			.map((problem) -> ": " + problem)
			.orElseGet(() -> " (" + failure.getClass().getSimpleName() + ")");
	}

	@Override
	protected void configureEnvironment(ConfigurableEnvironment environment, String[] arguments) {
		super.configureEnvironment(environment, arguments);
		environment.getPropertySources().addFirst(new MapPropertySource("doctor", QUIET));
	}

	/** An application must have a source. */
	private static final class Nothing {

	}

}
