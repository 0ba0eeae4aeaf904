package io.frontlineservice.crm.http;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A token and its times. Held by {@link AccessTokens}. Immutable.
 *
 * @param header the value of the header {@code Authorization}
 * @param start when it was asked for, in nanoseconds
 * @param lifetime how long it is valid; null if the CRM does not say
 */
record HeldToken(String header, long start, @Nullable Duration lifetime) {

	private static final Duration EARLIEST_RENEWAL = Duration.ofMinutes(5);

	static HeldToken of(AccessToken token, long start) {
		return new HeldToken("Bearer " + token.value().reveal(), start, token.lifetime());
	}

	/** Whether it should be renewed while it is still valid: in the last fifth. */
	boolean isDue(long now) {
		if (this.lifetime == null) {
			return false;
		}
		Duration fifth = this.lifetime.dividedBy(5);
		Duration early = (fifth.compareTo(EARLIEST_RENEWAL) < 0) ? fifth : EARLIEST_RENEWAL;
		return now - this.start >= this.lifetime.minus(early).toNanos();
	}

	boolean hasEnded(long now) {
		return this.lifetime != null && now - this.start >= this.lifetime.toNanos();
	}

	/** Does not show the token. */
	@Override
	public String toString() {
		return "***";
	}

}
