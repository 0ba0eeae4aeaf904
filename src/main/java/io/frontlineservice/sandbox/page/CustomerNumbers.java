package io.frontlineservice.sandbox.page;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.AddressReading;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads the number of a customer as the user of the page typed it. Called by the
 * controllers of the customer's phone. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class CustomerNumbers {

	private static final String INTERNATIONAL_PREFIX = "00";

	private final AddressReader reader;

	CustomerNumbers(AddressReader reader) {
		this.reader = reader;
	}

	/**
	 * Reads a number, on WhatsApp if the text begins with {@code whatsapp:}, otherwise on
	 * SMS.
	 * @throws UnusableNumberException if the text is not a phone number
	 */
	UsableNumber read(String written) {
		AddressReading reading = reading(written);
		if (reading.address() == null) {
			throw new UnusableNumberException(String.valueOf(reading.remark()));
		}
		return new UsableNumber(reading.address(), reading.remark());
	}

	/** Returns the address of that number; empty if the text is not a phone number. */
	Optional<Address> find(String written) {
		return Optional.ofNullable(reading(written).address());
	}

	/**
	 * Many people write 00 before a country code, also where the local prefix is another.
	 */
	private AddressReading reading(String written) {
		ChannelType channel = ChannelType.ofAddress(written);
		AddressReading reading = this.reader.read(channel, written);
		String number = channel.withoutPrefix(written);
		return (reading.address() == null && number.startsWith(INTERNATIONAL_PREFIX))
				? this.reader.read(channel, "+" + number.substring(INTERNATIONAL_PREFIX.length())) : reading;
	}

	/**
	 * A number as it was read.
	 *
	 * @param remark what is doubtful about it; null without a doubt
	 */
	record UsableNumber(Address address, @Nullable String remark) {

	}

	/** The text is not a phone number. The message is for the user of the page. */
	static final class UnusableNumberException extends RuntimeException {

		private UnusableNumberException(String remark) {
			super("From must be a number with its country code, such as +12025550143: " + remark + ".");
		}

	}

}
