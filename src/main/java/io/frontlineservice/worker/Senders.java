package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Determines the address from which a worker writes to a customer: the
 * {@code proxy_address} of a conversation. Called when a worker starts a conversation.
 * Immutable and thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/outgoing-conversations">Outgoing
 * Conversations</a>
 */
public final class Senders {

	private final Map<ChannelType, Address> defaults;

	/** Longest prefix first. */
	private final List<Country> countries;

	private final ChatSender chat;

	private Senders(Map<ChannelType, Address> defaults, List<Country> countries, ChatSender chat) {
		this.defaults = defaults;
		this.countries = countries;
		this.chat = chat;
	}

	static Senders of(SenderSettings settings) {
		List<Country> countries = new ArrayList<>();
		settings.countries().forEach((prefix, numbers) -> countries.add(Country.of(prefix, numbers)));
		countries.sort(Comparator.comparingInt((Country country) -> country.digits().length()).reversed());
		return new Senders(addresses(settings.defaults()), List.copyOf(countries), settings.chat());
	}

	/**
	 * Returns the address from which that worker writes to that customer: the worker's
	 * own sender, or else the sender of the customer's country, or else the default
	 * sender. It has the customer's channel, except for chat, which uses a sender of SMS.
	 * @param worker the worker who starts the conversation
	 * @param customer the customer's address
	 * @return the address; empty if no sender is configured
	 */
	public Optional<Address> senderFor(Worker worker, Address customer) {
		ChannelType channel = customer.channel().senderChannel();
		boolean usesOtherChannel = channel != customer.channel();
		return (usesOtherChannel && this.chat == ChatSender.NONE) ? Optional.empty()
				: own(worker, channel).or(() -> ofCountry(customer)).or(() -> defaultSender(channel));
	}

	/**
	 * Returns all senders, each once: the configured ones, and those of these workers.
	 */
	Stream<Address> all(List<Worker> workers) {
		return Stream
			.of(this.defaults.values().stream(),
					this.countries.stream().flatMap((country) -> country.senders().values().stream()),
					workers.stream().flatMap((worker) -> worker.senders().values().stream()))
			.flatMap((each) -> each)
			.distinct();
	}

	private static Optional<Address> own(Worker worker, ChannelType channel) {
		return Optional.ofNullable(worker.senders().get(channel));
	}

	private Optional<Address> ofCountry(Address customer) {
		for (Country country : this.countries) {
			Address sender = country.senderFor(customer);
			if (sender != null) {
				return Optional.of(sender);
			}
		}
		return Optional.empty();
	}

	private Optional<Address> defaultSender(ChannelType channel) {
		return Optional.ofNullable(this.defaults.get(channel));
	}

	private static Map<ChannelType, Address> addresses(SenderNumbers numbers) {
		return Map.copyOf(numbers.addresses(UnusableSettingException::new));
	}

	/**
	 * The senders for customers of one country or region.
	 *
	 * @param digits the first digits of these customers' numbers, without the plus. A
	 * customer with a user id of WhatsApp has the digits of the country code.
	 * @param senders the senders by channel
	 */
	private record Country(String digits, Map<ChannelType, Address> senders) {

		static Country of(String prefix, SenderNumbers numbers) {
			return new Country(prefix.startsWith("+") ? prefix.substring(1) : prefix, addresses(numbers));
		}

		@Nullable Address senderFor(Address customer) {
			String leading = customer.leadingDigits();
			return (leading != null && leading.startsWith(this.digits)) ? this.senders.get(customer.channel()) : null;
		}

	}

}
