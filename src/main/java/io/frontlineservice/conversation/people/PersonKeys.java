package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CustomerId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which earlier conversations with a person are found. Immutable.
 *
 * @param number the number in a form that is equal on all channels; null on chat
 * @param customerId the customer's id; null if the CRM does not know the person
 */
public record PersonKeys(@Nullable String number, @Nullable CustomerId customerId) {

	/** The more reliable key comes first. */
	Stream<String> keys() {
		return Stream
			.of((this.customerId != null) ? "customer " + this.customerId : "",
					(this.number != null) ? "number " + this.number : "")
			.filter((key) -> !key.isEmpty());
	}

}
