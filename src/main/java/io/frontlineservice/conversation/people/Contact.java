package io.frontlineservice.conversation.people;

import io.frontlineservice.address.AddressLabel;
import io.frontlineservice.customer.CrmCustomer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A person in the name of a conversation, shown by the customer's name. An unknown person
 * is shown by the number, or as "WhatsApp user (US)" without a number. Immutable.
 *
 * @param address the person's address as Twilio writes it; null on chat
 * @param customer the customer; null if the CRM does not know one or did not answer
 */
public record Contact(@Nullable String address, @Nullable CrmCustomer customer) {

	@Nullable String label() {
		if (this.customer != null) {
			return this.customer.name();
		}
		return (this.address != null) ? AddressLabel.of(this.address) : null;
	}

	/** The names that Twilio and this service give to an unknown person. */
	Stream<String> labels() {
		return (this.address != null) ? Stream.of(this.address, AddressLabel.of(this.address)) : Stream.empty();
	}

}
