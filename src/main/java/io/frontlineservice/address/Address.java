package io.frontlineservice.address;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a person can be reached, in the exact form Twilio takes. Made by
 * {@link AddressReader}; where it is ours, by {@link SenderReader}; where Twilio sends
 * it, by {@link InboundAddresses}. Immutable.
 *
 * @param channel the channel the address belongs to
 * @param value E.164 for SMS, {@code whatsapp:} and E.164 for WhatsApp, the Conversations
 * identity for chat
 */
public record Address(ChannelType channel, String value) {

	static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

	/** The address of that channel with this number or identity. */
	static Address of(ChannelType channel, String numberOrIdentity) {
		return new Address(channel, channel.prefix() + numberOrIdentity);
	}

	/** The address of a participant who chats under this Conversations identity. */
	public static Address ofIdentity(String identity) {
		return of(ChannelType.CHAT, identity);
	}

	/**
	 * The number in E.164, the same for SMS and WhatsApp; null of a chat identity, and of
	 * anything else that is no number.
	 */
	public @Nullable String number() {
		String prefix = this.channel.prefix();
		if (!this.channel.hasNumber() || !this.value.startsWith(prefix)) {
			return null;
		}
		String number = this.value.substring(prefix.length());
		return E164.matcher(number).matches() ? number : null;
	}

	/** Whether the value is an identity, such as that of a chat user, and not blank. */
	public boolean isIdentity() {
		return !this.channel.hasNumber() && !this.channel.withoutPrefix(this.value).isEmpty();
	}

	/**
	 * The form of the number by which it is told whether two are the same person's, in
	 * E.164: WhatsApp writes some numbers otherwise than people do. Only to be compared,
	 * never to be written to or shown. Null where {@link #number} is.
	 */
	public @Nullable String comparableNumber() {
		String number = number();
		return (number != null) ? ComparableNumber.of(number) : null;
	}

	/**
	 * Whether both are the same person's: one number, be it for SMS or for WhatsApp and
	 * in whichever form these write it, or one chat identity, to the letter. What is no
	 * number and no identity is nobody's.
	 */
	public boolean reachesSameAs(Address other) {
		String number = comparableNumber();
		return (number != null) ? number.equals(other.comparableNumber()) : isIdentity() && equals(other);
	}

}
