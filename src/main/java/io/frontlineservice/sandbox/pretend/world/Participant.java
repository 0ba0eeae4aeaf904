package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody in a {@link Conversation}. Immutable.
 *
 * @param sid {@code MB} and 32 hexadecimal digits
 * @param identity the identity in the app; null of whoever writes from a number
 * @param attributes a JSON text
 * @param binding how they are reached outside the app; null if they are not
 */
public record Participant(String sid, @Nullable String identity, String attributes, @Nullable Binding binding,
		Instant createdAt, Instant updatedAt) {

	public static Participant of(@Nullable String identity, @Nullable Binding binding, String attributes, Instant now) {
		return new Participant(Sid.next("MB"), identity, attributes, binding, now, now);
	}

	public Participant with(String otherAttributes, Instant now) {
		return new Participant(this.sid, this.identity, otherAttributes, this.binding, this.createdAt, now);
	}

	/** Whether a path that ends in this text means this participant. */
	boolean isCalled(String sidOrIdentity) {
		return this.sid.equals(sidOrIdentity) || sidOrIdentity.equals(this.identity);
	}

	/** Whether this is a customer at a number. */
	public boolean isOnAPhone() {
		return this.binding != null && this.binding.address() != null;
	}

	/** Whether this is nobody but the number of ours that a group MMS goes over. */
	boolean isOurNumber() {
		return this.identity == null && this.binding != null && this.binding.projectedAddress() != null;
	}

}
