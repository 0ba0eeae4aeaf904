package io.frontlineservice.address;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The address of a person or sender on one channel, in the form that Twilio uses. Made by
 * {@link AddressReader} from customer data, by {@link SenderReader} from settings and by
 * {@link InboundAddresses} from Twilio's requests. Immutable.
 *
 * @param channel the channel the address belongs to
 * @param value E.164 for SMS; {@code whatsapp:} and E.164 or a business-scoped user id
 * for WhatsApp; the Conversations identity for chat, or an address with the prefix of a
 * channel that Frontline does not have, such as {@code messenger:}
 */
public record Address(ChannelType channel, String value) {

	static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

	/** The address of that channel with this number or identity. */
	static Address of(ChannelType channel, String numberOrIdentity) {
		return new Address(channel, channel.prefix() + numberOrIdentity);
	}

	/** The address of a participant who chats under this Conversations identity. */
	public static Address ofIdentity(String chatIdentity) {
		return of(ChannelType.CHAT, chatIdentity);
	}

	/**
	 * The phone number in E.164, without the prefix of the channel; null if the address
	 * is not a number, such as an identity.
	 */
	public @Nullable String number() {
		String prefix = this.channel.prefix();
		if (!this.channel.hasNumber() || !this.value.startsWith(prefix)) {
			return null;
		}
		String number = this.value.substring(prefix.length());
		return E164.matcher(number).matches() ? number : null;
	}

	/**
	 * Whether the value identifies a person without a number: the identity of a chat user
	 * or a user id of WhatsApp. Identities are compared as they are written.
	 */
	public boolean isIdentity() {
		return this.channel.hasNumber() ? country() != null : !this.channel.withoutPrefix(this.value).isEmpty();
	}

	/**
	 * The country of a person with a user id of WhatsApp, in two letters; null for all
	 * other addresses.
	 */
	public @Nullable String country() {
		String prefix = this.channel.prefix();
		return (this.channel == ChannelType.WHATSAPP && this.value.startsWith(prefix))
				? WhatsAppUserIds.country(this.value.substring(prefix.length())) : null;
	}

	/**
	 * The digits with which the number begins or, for a user id of WhatsApp, would begin:
	 * all of the number without the plus, or the country code. Null if neither is known.
	 */
	public @Nullable String leadingDigits() {
		String number = number();
		String country = country();
		if (number != null) {
			return number.substring(1);
		}
		return (country != null) ? CountryCodes.ofRegion(country) : null;
	}

	/**
	 * The number in the form used to compare it with others, in E.164: WhatsApp writes
	 * some numbers differently. Only for comparison; do not send to it or show it. Null
	 * if {@link #number} is null.
	 */
	public @Nullable String comparableNumber() {
		String number = number();
		return (number != null) ? ComparableNumber.of(number) : null;
	}

	/**
	 * Whether both addresses reach the same person: the same number on any channel, in
	 * any form that WhatsApp uses, or exactly the same identity. False if this is neither
	 * a number nor an identity.
	 */
	public boolean reachesSameAs(Address other) {
		String number = comparableNumber();
		return (number != null) ? number.equals(other.comparableNumber()) : isIdentity() && equals(other);
	}

}
