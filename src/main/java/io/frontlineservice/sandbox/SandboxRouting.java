package io.frontlineservice.sandbox;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Sets the default worker of the sandbox, who is in the built-in worker directory only.
 * Called by Spring Boot before the configuration is checked.
 */
final class SandboxRouting implements EnvironmentPostProcessor, Ordered {

	private static final String WORKERS = "classpath:sandbox/workers.yml";

	private static final Map<String, Object> DEFAULTS = Map.of("frontline.routing.default-worker",
			"dmitri@example.com");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("sandbox"))
				&& environment.getProperty("frontline.workers.location", "").strip().equals(WORKERS)) {
			environment.getPropertySources().addLast(new MapPropertySource("sandboxRouting", DEFAULTS));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
