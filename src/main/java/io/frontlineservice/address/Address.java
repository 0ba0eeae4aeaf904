package io.frontlineservice.address;

import java.util.regex.Pattern;

/**
 * Where a person can be reached, in the exact form Twilio takes. Made by
 * {@link AddressReader} and, where it is ours, {@link SenderReader}; immutable.
 *
 * @param channel the channel the address belongs to
 * @param value E.164 for SMS, {@code whatsapp:} and E.164 for WhatsApp, the Conversations
 * identity for chat
 */
public record Address(ChannelType channel, String value) {

	static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{1,14}");

	static final String WHATSAPP_PREFIX = "whatsapp:";

}
