package io.frontlineservice.diagnosis;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads a setting as text. Called by {@link Check}s, which must not fail on a placeholder
 * that cannot be resolved.
 */
public final class SettingText {

	private SettingText() {
	}

	/** The stripped text of the setting; empty if it is not set. */
	public static String of(Environment environment, String key) {
		return Binder.get(environment).bind(key, String.class).orElse("").strip();
	}

}
