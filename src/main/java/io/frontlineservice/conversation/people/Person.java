package io.frontlineservice.conversation.people;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * A participant who is not a worker. The CRM may or may not know a customer with this
 * address. Part of {@link Members}; immutable.
 *
 * @param participant the participant as Twilio has it
 * @param address the address that the person writes from; null if it is neither a number
 * nor an identity
 */
public record Person(Participant participant, @Nullable Address address) {

	/** The attribute that holds the id of the customer. */
	public static final String CUSTOMER_ID = "customer_id";

	/** The customer id in the participant's attributes; null without one. */
	public @Nullable CustomerId knownCustomerId() {
		return JsonAttributes.read(this.participant.attributes())
			.map((attributes) -> attributes.text(CUSTOMER_ID))
			.map(CustomerId::new)
			.orElse(null);
	}

	/**
	 * The person's address if it is not a number but the id of a channel, such as a user
	 * id of WhatsApp. Null for all others, and on chat.
	 */
	public @Nullable Address idOfChannel() {
		return (this.participant.identity() == null && this.address != null && this.address.isIdentity()) ? this.address
				: null;
	}

	/**
	 * The customer whom the participant's attributes name if there is no number by which
	 * the CRM can confirm it; null for all others.
	 */
	@Nullable CustomerId linkedCustomerId() {
		return (idOfChannel() != null) ? knownCustomerId() : null;
	}

}
