package io.frontlineservice.diagnosis;

import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Reads a setting as it was written. Called by the rooms' {@link Check}s, which must not
 * fail on one that refers to a variable that is not set.
 */
public final class SettingText {

	private SettingText() {
	}

	/** The text of the setting without blanks around it; empty if it is not set. */
	public static String of(Environment environment, String key) {
		return Binder.get(environment).bind(key, String.class).orElse("").strip();
	}

}
