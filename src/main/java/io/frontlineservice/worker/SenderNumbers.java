package io.frontlineservice.worker;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReading;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.SenderReader;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The senders of one worker, of one country, or of all, as text. Bound from the directory
 * file and from {@link SenderSettings}; turned into addresses by {@link WorkerMapper} and
 * {@link Senders}.
 *
 * @param sms the number that sends SMS
 * @param whatsapp the number that sends WhatsApp messages
 */
record SenderNumbers(@Nullable String sms, @Nullable String whatsapp) {

	/** Returns the result of reading each sender that is not blank. */
	Map<ChannelType, AddressReading> readings() {
		Map<ChannelType, AddressReading> readings = new EnumMap<>(ChannelType.class);
		for (ChannelType channel : ChannelType.values()) {
			String written = written(channel);
			if (written != null && !written.isBlank()) {
				readings.put(channel, SenderReader.read(channel, written));
			}
		}
		return readings;
	}

	private @Nullable String written(ChannelType channel) {
		return switch (channel) {
			case SMS -> this.sms;
			case WHATSAPP -> this.whatsapp;
			case CHAT -> null;
		};
	}

	/**
	 * Returns the addresses by channel.
	 * @param exception creates the exception for a sender that cannot be used, from the
	 * description of the problem
	 */
	Map<ChannelType, Address> addresses(Function<String, ? extends RuntimeException> exception) {
		Map<ChannelType, Address> addresses = new EnumMap<>(ChannelType.class);
		readings().forEach((channel, reading) -> {
			if (reading.address() == null) {
				throw exception.apply("the " + channel.wireName() + " sender " + reading.remark());
			}
			addresses.put(channel, reading.address());
		});
		return addresses;
	}

}
