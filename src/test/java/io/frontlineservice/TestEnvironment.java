package io.frontlineservice;

import java.util.HashMap;
import java.util.Map;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** An environment without an application, for tests of code that reads settings. */
public final class TestEnvironment {

	private TestEnvironment() {
	}

	/** An environment with these settings: alternating names and values. */
	public static StandardEnvironment of(String... settings) {
		Map<String, Object> properties = new HashMap<>();
		for (int i = 0; i < settings.length; i += 2) {
			properties.put(settings[i], settings[i + 1]);
		}
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
		return environment;
	}

}
