package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the Frontline app: the {@code Worker} of a callback. Resolved by
 * {@link WorkerDirectory} when a callback arrives, and passed on as this type. Immutable.
 *
 * @param identity the identity as the directory writes it; if the directory does not have
 * the worker, as the callback writes it
 * @param identities all identities of this worker: {@code identity} and its aliases
 * @param team the team of the worker, or null
 * @param profile name, picture, language and working hours
 * @param senders the worker's own senders, by channel
 */
public record Worker(WorkerIdentity identity, Set<WorkerIdentity> identities, @Nullable String team, Profile profile,
		Map<ChannelType, Address> senders) {

	public Worker {
		identities = Set.copyOf(identities);
		senders = Map.copyOf(senders);
	}

	/** Returns a worker who is not in the directory. */
	static Worker unknown(WorkerIdentity identity) {
		return new Worker(identity, Set.of(identity), null, Profile.UNKNOWN, Map.of());
	}

	/**
	 * Returns the name that signs the worker's messages: the name in the directory, or
	 * else the words of the identity; null if there is neither.
	 */
	public @Nullable String name() {
		String displayName = this.profile.displayName();
		return (displayName != null) ? displayName : WorkerName.of(this.identity);
	}

}
