package io.frontlineservice.conversation.people;

import io.frontlineservice.customer.CustomerId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * By what a person is known again.
 *
 * @param number their number; null if they have none
 * @param customerId their id; null if they are no customer
 */
public record PersonKeys(@Nullable String number, @Nullable CustomerId customerId) {

	/** The surest first. */
	Stream<String> keys() {
		return Stream
			.of((this.customerId != null) ? "customer " + this.customerId : "",
					(this.number != null) ? "number " + this.number : "")
			.filter((key) -> !key.isEmpty());
	}

}
