package io.frontlineservice.worker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an app user. Two identities that differ only in case are equal, because
 * people and CRMs are careless about case. Twilio is not: it finds a user only by the
 * exact identity, so requests to Twilio contain {@link #written()}. Immutable.
 */
public final class WorkerIdentity {

	private static final int SIGMA = 'σ';

	/** The form of sigma at the end of a word; both forms have the same capital. */
	private static final int FINAL_SIGMA = 'ς';

	private final String written;

	private final String key;

	private WorkerIdentity(String written, String key) {
		this.written = written;
		this.key = key.equals(written) ? written : key;
	}

	/** Returns the identity of that spelling. */
	@JsonCreator
	public static WorkerIdentity of(String written) {
		return new WorkerIdentity(written, key(written));
	}

	/**
	 * Returns these identities without duplicates. Of several that differ only in case,
	 * the set has the alphabetically first spelling.
	 */
	public static Set<WorkerIdentity> setOf(Collection<String> written) {
		Set<WorkerIdentity> identities = new LinkedHashSet<>();
		written.stream().sorted().map(WorkerIdentity::of).forEach(identities::add);
		return Set.copyOf(identities);
	}

	/** Returns the identity as it was written. */
	@JsonValue
	public String written() {
		return this.written;
	}

	/** Returns the identity in lower case, the form that is compared and stored. */
	public String key() {
		return this.key;
	}

	/** Returns the equal identity that is written in lower case. */
	public WorkerIdentity inLowerCase() {
		return new WorkerIdentity(this.key, this.key);
	}

	/** Returns whether both have the same spelling, including case. */
	public boolean isWrittenLike(WorkerIdentity other) {
		return this.written.equals(other.written);
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof WorkerIdentity identity && this.key.equals(identity.key);
	}

	@Override
	public int hashCode() {
		return this.key.hashCode();
	}

	/** Returns asterisks, so that logs contain no identities. */
	@Override
	public String toString() {
		return "***";
	}

	/**
	 * Lower-cases each letter by itself. A letter like the Kelvin sign, which shares its
	 * lower case with another letter, is kept, so that different identities stay
	 * different.
	 */
	private static String key(String written) {
		StringBuilder key = new StringBuilder(written.length());
		for (int at = 0; at < written.length(); at += Character.charCount(written.codePointAt(at))) {
			key.appendCodePoint(lowerCase(written.codePointAt(at)));
		}
		return key.toString();
	}

	private static int lowerCase(int letter) {
		if (letter == FINAL_SIGMA) {
			return SIGMA;
		}
		int lower = Character.toLowerCase(letter);
		return (Character.toUpperCase(lower) == letter) ? lower : letter;
	}

}
