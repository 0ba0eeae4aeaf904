package io.frontlineservice.diagnosis;

import java.util.List;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/**
 * Refuses to start with a wrong configuration, before anything is built of it. Called by
 * Spring Boot once all sources of configuration are known.
 */
final class StartCheck implements EnvironmentPostProcessor, Ordered {

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		List<Finding> findings = SpringFactoriesLoader.forDefaultResourceLocation(application.getClassLoader())
			.load(Check.class)
			.stream()
			.flatMap((check) -> check.findings(environment).stream())
			.distinct()
			.toList();
		if (!findings.isEmpty()) {
			throw new ConfigurationRefusedException(findings);
		}
	}

	/** Last, so that no source is missing. */
	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
