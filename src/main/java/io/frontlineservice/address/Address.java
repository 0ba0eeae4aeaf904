package io.frontlineservice.address;

/**
 * Where a person can be reached, in the exact form Twilio takes. Made by
 * {@link AddressReader}; immutable.
 *
 * @param channel the channel the address belongs to
 * @param value E.164 for SMS, {@code whatsapp:} and E.164 for WhatsApp, the Conversations
 * identity for chat
 */
public record Address(ChannelType channel, String value) {

	static final String WHATSAPP_PREFIX = "whatsapp:";

}
