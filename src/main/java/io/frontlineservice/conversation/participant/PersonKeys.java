package io.frontlineservice.conversation.participant;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CustomerId;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys by which what is remembered of a person is found: the texts that
 * {@link PersonHashes} hashes. Immutable.
 *
 * @param addressKey the key of the person's address; equal for the same number on all
 * channels; null without an address that can be recognized
 * @param customerKey the key of the customer; null if the CRM does not know the person
 */
public record PersonKeys(@Nullable String addressKey, @Nullable String customerKey) {

	/**
	 * Returns the keys of a person.
	 * @param address the address of the person; null if it is not known
	 * @param customerId the customer's id; null if the CRM does not know the person
	 */
	public static PersonKeys of(@Nullable Address address, @Nullable CustomerId customerId) {
		return new PersonKeys((address != null) ? key(address) : null,
				(customerId != null) ? "customer " + customerId : null);
	}

	/**
	 * Returns the key of an address; null if it is neither a number nor an identity.
	 */
	public static @Nullable String key(Address address) {
		String number = address.comparableNumber();
		if (number != null) {
			return "number " + number;
		}
		return address.isIdentity() ? "identity " + address.value() : null;
	}

	/** Returns the keys; the more reliable one comes first. */
	public Stream<String> keys() {
		return Stream.of(this.customerKey, this.addressKey).flatMap(Stream::ofNullable);
	}

}
