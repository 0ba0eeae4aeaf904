package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Refuses to start with an invalid configuration, before the application context is
 * built. Called by Spring Boot once all sources of configuration are known.
 */
final class StartCheck implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		// By class, because a setting of the environment could be set by an operator.
		if (application instanceof ConfigurationReading) {
			return;
		}
		CheckedContent.addTo(environment);
		List<Finding> findings = findings(environment);
		if (!findings.isEmpty()) {
			throw new ConfigurationRefusedException(findings, environment.acceptsProfiles(Profiles.of("sandbox")));
		}
	}

	/** All findings of the configuration. */
	static List<Finding> findings(Environment environment) {
		return SpringFactoriesLoader.forDefaultResourceLocation(StartCheck.class.getClassLoader())
			.load(Check.class)
			.stream()
			.flatMap((check) -> check.findings(environment).stream())
			.distinct()
			.map((finding) -> YamlHint.addedTo(finding, environment))
			.toList();
	}

	/** Last, when all sources have been added. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
