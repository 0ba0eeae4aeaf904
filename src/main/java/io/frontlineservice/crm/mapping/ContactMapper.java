package io.frontlineservice.crm.mapping;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.AddressReading;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.Link;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps channels, links and e-mail addresses. Frontline has no channel for e-mail, so an
 * e-mail address becomes a link. Called by {@link CustomerMapper}. Thread-safe.
 */
final class ContactMapper {

	/** The channel of each field that holds an address, in the order of the channels. */
	private static final Map<CustomerField, ChannelType> TYPES = new EnumMap<>(
			Map.of(CustomerField.PHONE, ChannelType.SMS, CustomerField.WHATSAPP, ChannelType.WHATSAPP,
					CustomerField.WHATSAPP_ID, ChannelType.WHATSAPP, CustomerField.CHAT, ChannelType.CHAT));

	private final FieldMapping fields;

	private final AddressReader addresses;

	private final LinkMapper links;

	ContactMapper(FieldMapping fields, AddressReader addresses) {
		this.fields = fields;
		this.addresses = addresses;
		this.links = new LinkMapper(fields);
	}

	Stream<String> linkFields() {
		return this.links.fields();
	}

	Contacts map(CrmRecord record, Remarks remarks) {
		Set<Channel> channels = new LinkedHashSet<>();
		Set<String> emails = new LinkedHashSet<>();
		Object list = FieldValues.first(record, this.fields.names(CustomerField.CHANNELS));
		if (list instanceof Collection<?> written) {
			written.forEach((channel) -> addChannel(channel, channels, emails, remarks));
		}
		TYPES.forEach((field, type) -> FieldValues.firstTexts(record, this.fields.names(field))
			.forEach((text) -> addAddresses(type, text, channels, remarks)));
		FieldValues.firstTexts(record, this.fields.names(CustomerField.EMAIL))
			.forEach((text) -> addEmail(text, emails, remarks));
		return new Contacts(List.copyOf(channels), this.links.map(record, emails, remarks), List.copyOf(emails));
	}

	boolean hasAddress(CrmRecord record, Address address) {
		Set<Channel> all = new LinkedHashSet<>(map(record, new Remarks()).channels());
		TYPES.forEach((field, type) -> this.fields.names(field)
			.stream()
			.flatMap((name) -> FieldValues.texts(record.value(name)).stream())
			.forEach((text) -> addAddresses(type, text, all, new Remarks())));
		return all.stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

	private void addChannel(@Nullable Object written, Set<Channel> channels, Set<String> emails, Remarks remarks) {
		Map<?, ?> channel = (written instanceof Map<?, ?> object) ? object : Map.of();
		String type = Optional.ofNullable(FieldValues.text(channel.get("type"))).orElse("").strip();
		String value = FieldValues.text(channel.get("value"));
		Optional<ChannelType> known = ChannelType.named(type);
		if (type.equalsIgnoreCase("email")) {
			addEmail(value, emails, remarks);
		}
		else if (known.isPresent()) {
			addAddresses(known.get(), value, channels, remarks);
		}
		else {
			remarks.add("a channel is left out: its type is not " + String.join(", ", ChannelType.wireNames())
					+ " or email");
		}
	}

	private void addAddresses(ChannelType type, @Nullable String written, Set<Channel> channels, Remarks remarks) {
		for (AddressReading reading : this.addresses.readAll(type, written)) {
			if (reading.address() == null) {
				remarks.unusableAddress(type, String.valueOf(reading.remark()));
				continue;
			}
			channels.add(Channel.of(reading.address()));
			if (reading.remark() != null) {
				remarks.add("the " + type.wireName() + " channel is doubtful: " + reading.remark());
			}
		}
	}

	private static void addEmail(@Nullable String written, Set<String> emails, Remarks remarks) {
		WrittenEmails read = WrittenEmails.read(written);
		emails.addAll(read.addresses());
		if (!read.isComplete()) {
			remarks.add("the e-mail address is left out: it is not an e-mail address");
		}
	}

	/**
	 * How a customer can be reached.
	 *
	 * @param channels the channels of Frontline
	 * @param links the links, then the e-mail addresses
	 * @param emails the e-mail addresses
	 */
	record Contacts(List<Channel> channels, List<Link> links, List<String> emails) {
	}

}
