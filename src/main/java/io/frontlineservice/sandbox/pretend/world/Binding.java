package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a participant outside the app. Immutable.
 *
 * @param type {@code sms}, or the prefix of the customer's address
 * @param address the customer's address, with the prefix of its channel, such as
 * {@code whatsapp:}
 * @param proxyAddress the address of the account that the customer writes to
 * @param projectedAddress the number of the account in a group MMS
 */
public record Binding(String type, @Nullable String address, @Nullable String proxyAddress,
		@Nullable String projectedAddress) {

	private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{4,14}");

	/**
	 * Creates a binding.
	 * @throws RestException if an address is invalid
	 */
	public static Binding of(@Nullable String address, @Nullable String proxyAddress,
			@Nullable String projectedAddress) {
		for (String each : new @Nullable String[] { address, proxyAddress, projectedAddress }) {
			if (each != null && !isAddress(each)) {
				throw RestException.invalidAddress();
			}
		}
		return new Binding(typeOf((address != null) ? address : ""), address, proxyAddress, projectedAddress);
	}

	/** Whether this is a number, or the id of a person without a number. */
	public static boolean isAddress(String text) {
		ChannelType channel = ChannelType.ofAddress(text);
		boolean isNumber = text.startsWith(channel.prefix())
				&& NUMBER.matcher(text.substring(channel.prefix().length())).matches();
		return isNumber || hasPrefixedId(text);
	}

	private static boolean hasPrefixedId(String text) {
		return text.indexOf(':') > 0 && InboundAddresses.read(text).stream().anyMatch((it) -> isWrittenAs(it, text));
	}

	/** A user of RCS has a number. */
	private static boolean isWrittenAs(Address address, String text) {
		return address.isIdentity() ? address.value().equals(text) : text.startsWith("rcs:");
	}

	/** Returns the channel of an address. */
	public static String typeOf(String address) {
		int colon = address.indexOf(':');
		return (colon > 0) ? address.substring(0, colon) : ChannelType.SMS.wireName();
	}

	public boolean isOn(ChannelType channel) {
		return this.type.equals(channel.wireName());
	}

	/** Returns the channel as events name it. */
	public String source() {
		return this.type.toUpperCase(Locale.ROOT);
	}

	/**
	 * Whether the other binding has the same customer and the same proxy address.
	 */
	boolean isSamePair(@Nullable Binding other) {
		return other != null && this.address != null && this.proxyAddress != null && this.address.equals(other.address)
				&& this.proxyAddress.equals(other.proxyAddress);
	}

}
