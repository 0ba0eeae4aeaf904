package io.frontlineservice.worker;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The identity of an app user: as it is written, and the key by which it is compared. Two
 * identities are equal if they differ in case only, because people write them as they
 * like. Twilio does not: it knows a user only by the identity as the user signed in with
 * it, so {@link #written()} is what Twilio is sent. Immutable.
 */
public final class WorkerIdentity {

	private static final int SIGMA = 'σ';

	/** The same letter at the end of a word; both have one capital. */
	private static final int FINAL_SIGMA = 'ς';

	private final String written;

	private final String key;

	private WorkerIdentity(String written, String key) {
		this.written = written;
		this.key = key.equals(written) ? written : key;
	}

	/** Returns the identity that is written like this. */
	@JsonCreator
	public static WorkerIdentity of(String written) {
		return new WorkerIdentity(written, key(written));
	}

	/**
	 * Returns these identities without repetitions; of those that differ in case only,
	 * the first in alphabetical order.
	 */
	public static Set<WorkerIdentity> setOf(Collection<String> written) {
		Set<WorkerIdentity> identities = new LinkedHashSet<>();
		written.stream().sorted().map(WorkerIdentity::of).forEach(identities::add);
		return Set.copyOf(identities);
	}

	/** Returns the identity as it is written. */
	@JsonValue
	public String written() {
		return this.written;
	}

	/** Returns the identity in lower case, which is what is compared and stored. */
	public String key() {
		return this.key;
	}

	/** Returns the same identity, written in lower case. */
	public WorkerIdentity inLowerCase() {
		return new WorkerIdentity(this.key, this.key);
	}

	/** Returns whether both are written alike, in case as well. */
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

	/** Returns asterisks, so that no identity gets into a log. */
	@Override
	public String toString() {
		return "***";
	}

	/**
	 * Letter by letter. A letter whose lower case belongs to another letter, such as the
	 * Kelvin sign, stays as it is: otherwise two identities would become one.
	 */
	private static String key(String written) {
		return written.codePoints()
			.map(WorkerIdentity::lowerCase)
			.collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
			.toString();
	}

	private static int lowerCase(int letter) {
		if (letter == FINAL_SIGMA) {
			return SIGMA;
		}
		int lower = Character.toLowerCase(letter);
		return (Character.toUpperCase(lower) == letter) ? lower : letter;
	}

}
