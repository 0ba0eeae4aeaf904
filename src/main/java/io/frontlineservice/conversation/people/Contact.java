package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CrmCustomer;
import org.jspecify.annotations.Nullable;

/**
 * A person in the name of a conversation, shown by the customer's name, or by the number
 * if the customer is unknown. Immutable.
 *
 * @param number the number without the channel's prefix; null on chat
 * @param customer the customer; null if the CRM does not know one or did not answer
 */
public record Contact(@Nullable String number, @Nullable CrmCustomer customer) {

	@Nullable String label() {
		return (this.customer != null) ? this.customer.name() : this.number;
	}

}
