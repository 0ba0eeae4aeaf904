package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A participant of a {@link Conversation}. Immutable.
 *
 * @param sid {@code MB} and 32 hexadecimal digits
 * @param identity the identity in the app; null for a customer at a number
 * @param attributes a JSON text
 * @param binding the addresses outside the app; null without any
 */
public record Participant(String sid, @Nullable String identity, String attributes, @Nullable Binding binding,
		Instant createdAt, Instant updatedAt) {

	public static Participant of(@Nullable String identity, @Nullable Binding binding, String attributes, Instant now) {
		return new Participant(Sid.next("MB"), identity, attributes, binding, now, now);
	}

	public Participant with(String otherAttributes, Instant now) {
		return new Participant(this.sid, this.identity, otherAttributes, this.binding, this.createdAt, now);
	}

	/** Whether this is the SID or the identity of this participant. */
	boolean isIdentifiedBy(String sidOrIdentity) {
		return this.sid.equals(sidOrIdentity) || sidOrIdentity.equals(this.identity);
	}

	/** Whether this participant is a customer at a number. */
	public boolean writesFromPhone() {
		return this.binding != null && this.binding.address() != null;
	}

	/**
	 * Whether this participant stands for the number of the account in a group MMS.
	 */
	boolean isOurNumber() {
		return this.identity == null && this.binding != null && this.binding.projectedAddress() != null;
	}

}
