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
 * An application that reads the configuration as the service would, from all the same
 * sources, and makes nothing of it. Run by the {@link Doctor}; {@link StartCheck} stands
 * aside for it, and for no other.
 */
final class ConfigurationReading extends SpringApplication {

	/** Nothing is served, and nothing is written but the doctor's report. */
	private static final Map<String, Object> QUIET = Map.of("spring.main.web-application-type", "none",
			"spring.main.banner-mode", "off", "logging.threshold.console", "off", "logging.config", "",
			"logging.file.name", "", "logging.file.path", "");

	ConfigurationReading() {
		super(Nothing.class);
		setRegisterShutdownHook(false);
	}

	/**
	 * Reads it.
	 * @throws RuntimeException if a source of it is missing or broken
	 */
	Environment read(String... arguments) {
		// What fails before the properties above count would be logged with what it
		// quotes.
		LoggingSystem.get(getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.OFF);
		try (ConfigurableApplicationContext context = run(arguments)) {
			return context.getEnvironment();
		}
	}

	@Override
	protected void configureEnvironment(ConfigurableEnvironment environment, String[] arguments) {
		super.configureEnvironment(environment, arguments);
		environment.getPropertySources().addFirst(new MapPropertySource("doctor", QUIET));
	}

	/** What there is to configure: an application must have a source. */
	private static final class Nothing {

	}

}
