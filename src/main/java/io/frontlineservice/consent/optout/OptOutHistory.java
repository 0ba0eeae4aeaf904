package io.frontlineservice.consent.optout;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the events of a person add up to. The result depends on when the events happened,
 * not on when they were learned. Immutable.
 *
 * @param optOut the latest opt-out that has not been revoked; null if there is none
 * @param block the latest block that has not ended; null if there is none
 */
record OptOutHistory(@Nullable OptOutEvent optOut, @Nullable OptOutEvent block) {

	/**
	 * Adds up events.
	 * @param events in the order in which they happened; of several at the same time,
	 * opt-outs last
	 * @param sender the hash of our address, if only opt-outs for it count; null if all
	 * count
	 */
	static OptOutHistory of(Collection<OptOutEvent> events, @Nullable String sender) {
		OptOutEvent optOut = null;
		OptOutEvent block = null;
		for (OptOutEvent event : events) {
			if (sender != null && event.senderHash() != null && !sender.equals(event.senderHash())) {
				continue;
			}
			if (event.how() == OptOutSource.ERROR_63014) {
				block = event;
			}
			else if (event.optedOut()) {
				optOut = event;
			}
			else {
				optOut = (event.how() == OptOutSource.WROTE_AGAIN) ? optOut : null;
				block = null;
			}
		}
		return new OptOutHistory(optOut, block);
	}

	/**
	 * Returns the opt-out or block that holds now.
	 * @param lastInbound when the person last wrote; null if that is unknown
	 */
	Optional<OptOutEvent> current(@Nullable Instant lastInbound) {
		if (this.optOut != null) {
			return Optional.of(this.optOut);
		}
		return Optional.ofNullable(this.block).filter((it) -> lastInbound == null || !lastInbound.isAfter(it.at()));
	}

}
