package io.frontlineservice.worker;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the senders for workers who have none of their own.
 *
 * @param sms the number that sends SMS
 * @param whatsapp the number that sends WhatsApp messages
 * @param chat the sender of messages to customers of chat
 * @param countries other senders by the first digits of the customer's number, country
 * code first; the longest match is used
 */
@ConfigurationProperties("frontline.senders")
record SenderSettings(@Nullable String sms, @Nullable String whatsapp, @DefaultValue("sms") ChatSender chat,
		@DefaultValue Map<String, SenderNumbers> countries) {

	private static final Pattern PREFIX = Pattern.compile("\\+?[1-9][0-9]{0,6}");

	/** Returns the senders for all countries. */
	SenderNumbers defaults() {
		return new SenderNumbers(this.sms, this.whatsapp);
	}

	/** Returns whether this can be the start of a customer's number. */
	static boolean isPrefix(String text) {
		return PREFIX.matcher(text).matches();
	}

}
