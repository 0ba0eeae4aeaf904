package io.frontlineservice.sandbox;

import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Has the sandbox use tables of this service in a database, unless queries for the
 * operator's own tables are configured. Called by Spring Boot before the start.
 * Thread-safe.
 */
final class SandboxTables implements EnvironmentPostProcessor, Ordered {

	private static final String QUERIES = "frontline.crm.jdbc.queries";

	private static final Map<String, Object> DEFAULTS = Map.of("frontline.crm.jdbc.schema", "managed");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("sandbox")) && !hasQueries(environment)) {
			environment.getPropertySources().addLast(new MapPropertySource("sandboxTables", DEFAULTS));
		}
	}

	private static boolean hasQueries(ConfigurableEnvironment environment) {
		return Binder.get(environment).bind(QUERIES, Bindable.mapOf(String.class, Object.class)).isBound();
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
