package io.frontlineservice.conversation;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.InboundAddresses;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A conversation that Twilio is about to create for a customer's message. Created by the
 * conversations callback for {@link ConversationNaming}. Immutable.
 *
 * @param addresses the distinct addresses as Twilio writes them: the customer's; in a
 * group MMS the author's first, then those of the other members and our number
 * @param proxyAddress our number that the customer writes to; null in a group MMS
 * @param friendlyName the name that Twilio sends; may be null or blank
 * @param attributes the attributes that Twilio sends, which should be a JSON object
 */
public record NewConversation(List<String> addresses, @Nullable String proxyAddress, @Nullable String friendlyName,
		@Nullable String attributes) {

	public NewConversation {
		addresses = List.copyOf(addresses);
	}

	/**
	 * Reads Twilio's parameters. In a group MMS Twilio sends the author in a parameter of
	 * its own, and the others in one value with commas or in several values.
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
	 * The user id of a single WhatsApp user whose number Twilio sends as well; empty for
	 * all others. WhatsApp has no groups here, so both are the same person.
	 */
	Optional<Address> idBesideNumber() {
		List<Address> read = this.addresses.stream().flatMap((address) -> read(address).stream()).toList();
		boolean isPair = this.addresses.size() == 2 && read.size() == 2
				&& read.stream().allMatch((address) -> address.channel() == ChannelType.WHATSAPP)
				&& read.stream().filter(Address::isIdentity).count() == 1;
		return isPair ? read.stream().filter(Address::isIdentity).findFirst() : Optional.empty();
	}

	/**
	 * The addresses without our number, which is in the list in a group MMS, and without
	 * a user id beside its number. A single address is always the customer's, even if it
	 * is one of our numbers.
	 */
	List<String> customers(Predicate<Address> isOurs) {
		if (idBesideNumber().isPresent()) {
			return this.addresses.stream()
				.filter((address) -> read(address).filter(Address::isIdentity).isEmpty())
				.toList();
		}
		List<String> customers = this.addresses.stream()
			.filter((address) -> read(address).filter(isOurs).isEmpty())
			.toList();
		return (this.addresses.size() == 1 || customers.isEmpty()) ? this.addresses : customers;
	}

	/** Our numbers in this conversation. */
	List<Address> ourNumbers(Predicate<Address> isOurs) {
		return Stream
			.concat(InboundAddresses.read(this.proxyAddress).stream(),
					(this.addresses.size() == 1) ? Stream.empty()
							: this.addresses.stream().flatMap((address) -> read(address).filter(isOurs).stream()))
			.distinct()
			.toList();
	}

	/** Reads an address; empty for a short code and for a sender's name. */
	static Optional<Address> read(String address) {
		return InboundAddresses.read(address).stream().findFirst();
	}

}
