package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The addresses of a participant outside the app. Immutable.
 *
 * @param type {@code sms} or {@code whatsapp}
 * @param address the customer's address, with the prefix {@code whatsapp:} for WhatsApp
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

	public static boolean isAddress(String text) {
		ChannelType channel = ChannelType.ofAddress(text);
		return text.startsWith(channel.prefix())
				&& (!channel.hasNumber() || NUMBER.matcher(text.substring(channel.prefix().length())).matches());
	}

	/** Returns the channel of an address. */
	public static String typeOf(String address) {
		return ChannelType.ofAddress(address).wireName();
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
