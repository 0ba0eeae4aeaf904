package io.frontlineservice.consent.optout;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.worker.SenderOwners;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * Finds the hashes of our addresses that were made with earlier keys, after these were
 * lost and configured again. Unlike people, our addresses do not write, so that nothing
 * replaces their hashes in the store. Used if an opt-out covers one sender. Thread-safe.
 */
@Component
class SenderHashes {

	private final PersonHashes hashes;

	private final SenderOwners senders;

	SenderHashes(PersonHashes hashes, SenderOwners senders) {
		this.hashes = hashes;
		this.senders = senders;
	}

	/**
	 * Returns the present hash of each of our addresses by its earlier hashes; empty if
	 * there are no earlier keys. An address that is not configured any more is not in it.
	 */
	Map<String, String> presentByEarlier() {
		Map<String, String> present = new HashMap<>();
		Arrays.stream(ChannelType.values())
			.flatMap((channel) -> this.senders.of(channel).stream())
			.map(PersonKeys::key)
			.filter(Objects::nonNull)
			.distinct()
			.map(this.hashes::accepted)
			.forEach((accepted) -> addEarlier(accepted, present));
		return present;
	}

	private static void addEarlier(List<String> accepted, Map<String, String> present) {
		accepted.stream().skip(1).forEach((earlier) -> present.put(earlier, accepted.get(0)));
	}

}
