package io.frontlineservice.privacy;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A value that must not be shown: it always prints as {@code ***}. Held by settings; only
 * code that signs or authenticates calls {@link #reveal()}. Immutable.
 */
public final class Secret {

	private final String value;

	private Secret(String value) {
		this.value = value;
	}

	/**
	 * Wraps a configured secret. Drops surrounding white space, because a secret in a
	 * file usually ends with a line break.
	 */
	public static Secret of(String value) {
		return new Secret(value.strip());
	}

	public boolean isEmpty() {
		return this.value.isEmpty();
	}

	public String reveal() {
		return this.value;
	}

	public byte[] bytes() {
		return this.value.getBytes(StandardCharsets.UTF_8);
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof Secret secret && secret.value.equals(this.value);
	}

	@Override
	public int hashCode() {
		return Objects.hash(this.value);
	}

	@Override
	public String toString() {
		return "***";
	}

}
