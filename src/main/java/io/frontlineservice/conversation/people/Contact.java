package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CrmCustomer;
import org.jspecify.annotations.Nullable;

/**
 * A person as the name of a conversation shows them: by the customer's name, or by the
 * number if no customer is known. Immutable.
 *
 * @param number the number without the channel's prefix; null if the person has none
 * @param customer the customer; null if the CRM has none or did not answer
 */
public record Contact(@Nullable String number, @Nullable CrmCustomer customer) {

	@Nullable String label() {
		return (this.customer != null) ? this.customer.name() : this.number;
	}

}
