package io.frontlineservice.sandbox;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Generates the auth token that the sandbox uses until it is given another. Called by
 * Spring Boot before the configuration is checked.
 */
final class SandboxToken implements EnvironmentPostProcessor, Ordered {

	/** The property that holds the generated token. */
	static final String PROPERTY = "sandbox.auth-token";

	/** Whether the generated token is in use, as an expression of Spring's. */
	static final String IN_USE = "'${frontline.twilio.auth-token}' == '${" + PROPERTY + "}'";

	private static final int TOKEN_BYTES = 16;

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
			byte[] token = new byte[TOKEN_BYTES];
			new SecureRandom().nextBytes(token);
			environment.getPropertySources()
				.addLast(new MapPropertySource("sandbox", Map.of(PROPERTY, HexFormat.of().formatHex(token))));
		}
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
