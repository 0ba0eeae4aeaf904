package io.frontlineservice.conversation;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that Twilio is about to make for a customer's message. Made by the
 * conversations callback for {@link ConversationNaming}. Immutable.
 *
 * @param addresses all addresses in it as Twilio writes them, each once: that of the
 * customer; in a group MMS that of the writer first, those of the others, and ours
 * @param proxyAddress the number of ours that the customer writes to; null in a group MMS
 * @param friendlyName the name it is to have; null or blank if it has none
 * @param attributes the attributes it is to have, which should be a JSON object
 */
public record NewConversation(List<String> addresses, @Nullable String proxyAddress, @Nullable String friendlyName,
		@Nullable String attributes) {

	public NewConversation {
		addresses = List.copyOf(addresses);
	}

	/**
	 * A conversation as Twilio's parameters describe it. In a group MMS Twilio lists the
	 * writer apart from the others, who are in one value with commas or in several.
	 * @param authorAddress {@code MessagingBinding.AuthorAddress}
	 * @param addresses the values of {@code MessagingBinding.Address}
	 */
	public static NewConversation of(@Nullable String authorAddress, Collection<String> addresses,
			@Nullable String proxyAddress, @Nullable String friendlyName, @Nullable String attributes) {
		List<String> all = Stream.concat(Stream.ofNullable(authorAddress), addresses.stream())
			.flatMap((value) -> Stream.of(value.split(",")))
			.map(String::strip)
			.filter((address) -> !address.isEmpty())
			.distinct()
			.toList();
		return new NewConversation(all, proxyAddress, friendlyName, attributes);
	}

	/**
	 * The addresses of those who are not us. In a group MMS our number is in the list; a
	 * single address is a customer's, also if it is one of ours.
	 */
	List<String> customers(Predicate<Address> isOurs) {
		List<String> customers = this.addresses.stream()
			.filter((address) -> read(address).filter(isOurs).isEmpty())
			.toList();
		return (this.addresses.size() == 1 || customers.isEmpty()) ? this.addresses : customers;
	}

	/** The numbers of ours that were written to. */
	List<Address> ours(Predicate<Address> isOurs) {
		return Stream
			.concat(InboundAddresses.read(this.proxyAddress).stream(),
					(this.addresses.size() == 1) ? Stream.empty()
							: this.addresses.stream().flatMap((address) -> read(address).filter(isOurs).stream()))
			.distinct()
			.toList();
	}

	/** The address; empty of a short code and of anything else that is not a number. */
	static Optional<Address> read(String address) {
		return InboundAddresses.read(address).stream().findFirst();
	}

}
