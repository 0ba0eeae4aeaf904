package io.frontlineservice.conversation.people;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A customer in a conversation, or somebody of whom nobody knows yet whether they are
 * one. Part of a {@link Members}; immutable.
 *
 * @param participant the participant as Twilio has it
 * @param address where they write from; null if that is neither a number nor a chat
 * identity
 */
public record Person(Participant participant, @Nullable Address address) {

	public static final String CUSTOMER_ID = "customer_id";

	/** The customer that Twilio has this participant for; null if none. */
	public @Nullable CustomerId knownCustomerId() {
		return JsonAttributes.read(this.participant.attributes())
			.map((attributes) -> attributes.text(CUSTOMER_ID))
			.map(CustomerId::new)
			.orElse(null);
	}

	/** The number as the app would show it, for want of a name; null for chat. */
	public @Nullable String number() {
		return (this.address != null && this.address.number() != null) ? this.address.number()
				: this.participant.address();
	}

}
