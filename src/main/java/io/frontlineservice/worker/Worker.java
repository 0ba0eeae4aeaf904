package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A user of the Frontline app: the {@code Worker} of a callback. Created by
 * {@link WorkerDirectory}; immutable.
 *
 * @param identity the identity, written as the directory has it; of a worker whom the
 * directory does not know, as the callback has it
 * @param identities all identities of this worker: {@code identity} and its aliases
 * @param team the team the worker belongs to, or null
 * @param profile name, picture, language and working hours
 * @param senders the addresses from which only this worker writes, by channel
 */
public record Worker(WorkerIdentity identity, Set<WorkerIdentity> identities, @Nullable String team, Profile profile,
		Map<ChannelType, Address> senders) {

	public Worker {
		identities = Set.copyOf(identities);
		senders = Map.copyOf(senders);
	}

	/** Returns a worker whom the directory does not know. */
	static Worker unknown(WorkerIdentity identity) {
		return new Worker(identity, Set.of(identity), null, Profile.UNKNOWN, Map.of());
	}

	/**
	 * Returns the name with which the worker's messages are signed: that of the
	 * directory, else the words of the identity; null if there is neither.
	 */
	public @Nullable String name() {
		String displayName = this.profile.displayName();
		return (displayName != null) ? displayName : WorkerName.of(this.identity);
	}

}
