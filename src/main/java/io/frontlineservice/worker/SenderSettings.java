package io.frontlineservice.worker;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which numbers are written from, where a worker has none of their own.
 *
 * @param sms the number that SMS are sent from
 * @param whatsapp the number that WhatsApp messages are sent from
 * @param chat what customers of chat are written to from
 * @param countries other senders by the digits that customers' numbers begin with,
 * country code first; the longest that fits goes first
 */
@ConfigurationProperties("frontline.senders")
record SenderSettings(@Nullable String sms, @Nullable String whatsapp, @DefaultValue("sms") ChatSender chat,
		@DefaultValue Map<String, SenderNumbers> countries) {

	private static final Pattern PREFIX = Pattern.compile("\\+?[1-9][0-9]{0,6}");

	/** The senders that are for all countries. */
	SenderNumbers defaults() {
		return new SenderNumbers(this.sms, this.whatsapp);
	}

	/** Whether that is something customers' numbers can begin with. */
	static boolean isPrefix(String text) {
		return PREFIX.matcher(text).matches();
	}

}
