package io.frontlineservice.sandbox;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.Worker;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A worker, and a customer that this worker may see, for the printed commands. Found by
 * {@link SampleFinder}. Immutable.
 */
record SampleChoice(Worker worker, CrmCustomer customer) {

	/** Returns how the worker is written in requests. */
	String identity() {
		return this.worker.identity().written();
	}

	/** Returns the first letters of the customer's name. */
	String search() {
		String name = this.customer.name();
		return name.substring(0, name.offsetByCodePoints(0, Math.min(2, name.codePointCount(0, name.length()))))
			.strip()
			.toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the customer's address on the first of these channels that the customer
	 * has.
	 */
	Optional<Address> address(ChannelType... channels) {
		return List.of(channels)
			.stream()
			.flatMap((type) -> this.customer.channels().stream().filter((it) -> it.type() == type))
			.map(Channel::toAddress)
			.findFirst();
	}

}
