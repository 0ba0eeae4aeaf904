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
 * Who writes to whom from which address: the {@code proxy_address} of a conversation.
 * Asked whenever a worker begins one. Immutable and thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/outgoing-conversations">Outgoing
 * Conversations</a>
 */
public final class Senders {

	private final Map<ChannelType, Address> defaults;

	/** The longest prefix first. */
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
	 * The address from which that worker writes to that customer: the worker's own, else
	 * that of the customer's country, else the one for everywhere. It is of the
	 * customer's channel; for chat, of SMS. Empty if there is none.
	 */
	public Optional<Address> senderFor(Worker worker, Address customer) {
		ChannelType channel = customer.channel().senderChannel();
		boolean usesOtherChannel = channel != customer.channel();
		return (usesOtherChannel && this.chat == ChatSender.NONE) ? Optional.empty()
				: own(worker, channel).or(() -> ofCountry(customer)).or(() -> defaultSender(channel));
	}

	/** All senders there are, each once: those for all, and these workers' own. */
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
	 * The senders for customers whose numbers begin alike.
	 *
	 * @param digits what they begin with, without the plus
	 * @param senders the senders by channel
	 */
	private record Country(String digits, Map<ChannelType, Address> senders) {

		static Country of(String prefix, SenderNumbers numbers) {
			return new Country(prefix.startsWith("+") ? prefix.substring(1) : prefix, addresses(numbers));
		}

		@Nullable Address senderFor(Address customer) {
			String number = customer.number();
			return (number != null && number.startsWith(this.digits, 1)) ? this.senders.get(customer.channel()) : null;
		}

	}

}
