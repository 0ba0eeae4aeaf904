package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Someone who uses the Frontline app: the {@code Worker} of a callback. Made by
 * {@link WorkerDirectory}; immutable.
 *
 * @param appIdentity the identity of the app user, to the letter: as the directory writes
 * it, or for a stranger the callback. Twilio knows a worker by no other spelling; nothing
 * is ever compared with it
 * @param spellings all identities that mean this worker, in lower case, this one included
 * @param team the team the worker belongs to, or null
 * @param profile what is known about the worker as a person
 * @param senders the addresses that the worker alone writes from, by channel
 */
public record Worker(String appIdentity, Set<String> spellings, @Nullable String team, Profile profile,
		Map<ChannelType, Address> senders) {

	private static final int SIGMA = 'σ';

	/** The same letter at the end of a word: in capitals there is no difference. */
	private static final int FINAL_SIGMA = 'ς';

	public Worker {
		spellings = Set.copyOf(spellings);
		senders = Map.copyOf(senders);
	}

	/** A worker of whom no directory knows. */
	static Worker stranger(String identity) {
		return new Worker(identity, Set.of(key(identity)), null, Profile.UNKNOWN, Map.of());
	}

	/**
	 * The identity of the app user, in lower case, because identities are compared
	 * without regard to case.
	 */
	public String identity() {
		return key(this.appIdentity);
	}

	/**
	 * The name with which the worker's messages are signed: that of the directory, else
	 * the words of the identity; null where there is neither.
	 */
	public @Nullable String name() {
		String displayName = this.profile.displayName();
		return (displayName != null) ? displayName : WorkerName.of(identity());
	}

	/**
	 * The form in which identities are compared: in lower case, letter by letter. A
	 * letter whose lower case is another letter's, such as the Kelvin sign's k, stays as
	 * it is: it must not make two identities one.
	 */
	public static String key(String identity) {
		return identity.codePoints()
			.map(Worker::lowerCase)
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
