package io.frontlineservice.address;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Optional;

/**
 * The channels on which a Frontline worker can write to a customer. Part of the wire: see
 * the {@code type} of a Channel on Twilio's page.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
public enum ChannelType {

	SMS, WHATSAPP, CHAT;

	/** The name on the wire, in lower case. */
	@JsonValue
	public String wireName() {
		return name().toLowerCase(Locale.ROOT);
	}

	/** The name as people write it. */
	public String label() {
		return switch (this) {
			case SMS -> "SMS";
			case WHATSAPP -> "WhatsApp";
			case CHAT -> "chat";
		};
	}

	/** The channel of that name, whatever its case; empty if Frontline has none such. */
	public static Optional<ChannelType> named(String name) {
		String wanted = name.strip().toLowerCase(Locale.ROOT);
		for (ChannelType type : values()) {
			if (type.wireName().equals(wanted)) {
				return Optional.of(type);
			}
		}
		return Optional.empty();
	}

}
