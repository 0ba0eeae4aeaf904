package io.frontlineservice.sandbox;

import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Generates the default auth token and the shared key of the sandbox, and sets what is
 * right only with the pretend Twilio. Called by Spring Boot before the configuration is
 * checked.
 */
final class SandboxToken implements EnvironmentPostProcessor, Ordered {

	/** The property that holds the generated token. */
	static final String PROPERTY = "sandbox.auth-token";

	/** A SpEL expression: whether the generated token is in use. */
	static final String IN_USE = "'${frontline.twilio.auth-token}' == '${" + PROPERTY + "}'";

	/**
	 * The id of the shared key, which exists while the generated token is in use.
	 */
	static final String KEY_ID = "sandbox";

	/** The property that holds the generated secret of the shared key. */
	static final String KEY_PROPERTY = "sandbox.webhook-key-secret";

	private static final int TOKEN_BYTES = 16;

	private static final int KEY_BYTES = 32;

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (environment.acceptsProfiles(Profiles.of("sandbox"))) {
			Map<String, Object> generated = new HashMap<>();
			generated.put(PROPERTY, random(TOKEN_BYTES));
			generated.put(KEY_PROPERTY, random(KEY_BYTES));
			environment.getPropertySources().addLast(new MapPropertySource("sandbox", generated));
			// With a real token, the doctor would report the generated key as an error.
			if (environment.resolvePlaceholders("${frontline.twilio.auth-token:}")
				.equals(environment.getProperty(PROPERTY))) {
				generated.put("frontline.twilio.webhook-keys." + KEY_ID, "${" + KEY_PROPERTY + "}");
				// A real account does not have the contents of the sandbox's catalogue.
				generated.put("frontline.templates.content.enabled", true);
			}
		}
	}

	private static String random(int length) {
		byte[] bytes = new byte[length];
		new SecureRandom().nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

}
