package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a participant is reached outside the app. Held by {@link Participant}. Immutable.
 *
 * @param type {@code sms} or {@code whatsapp}
 * @param address the customer's address, with {@code whatsapp:} before it on WhatsApp
 * @param proxyAddress the address of ours that the customer writes to
 * @param projectedAddress the number of ours that a group MMS goes over
 */
public record Binding(String type, @Nullable String address, @Nullable String proxyAddress,
		@Nullable String projectedAddress) {

	private static final Pattern ADDRESS = Pattern.compile("(whatsapp:)?\\+[1-9][0-9]{4,14}");

	/**
	 * Makes one.
	 * @throws RestException if one of these is no address
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
		return ADDRESS.matcher(text).matches();
	}

	/** The channel of an address, as a binding names it. */
	public static String typeOf(String address) {
		return address.startsWith("whatsapp:") ? "whatsapp" : "sms";
	}

	/** The channel as an event names it. */
	public String source() {
		return this.type.toUpperCase(Locale.ROOT);
	}

	/** Whether that is the same customer at the same number of ours. */
	boolean isSamePair(@Nullable Binding other) {
		return other != null && this.address != null && this.proxyAddress != null && this.address.equals(other.address)
				&& this.proxyAddress.equals(other.proxyAddress);
	}

}
