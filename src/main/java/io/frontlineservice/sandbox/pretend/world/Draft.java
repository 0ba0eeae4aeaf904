package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.sandbox.pretend.wire.Reply;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * The names and attributes of a conversation, within Twilio's limits. Immutable.
 *
 * @param attributes a JSON text
 */
public record Draft(@Nullable String friendlyName, @Nullable String uniqueName, String attributes) {

	public static final Draft EMPTY = new Draft(null, null, "{}");

	private static final int LONGEST_NAME = 256;

	private static final int MOST_BYTES = 16 * 1024;

	private static final int MOST_PARTICIPANT_BYTES = 4 * 1024;

	public Draft {
		if (friendlyName != null && friendlyName.length() > LONGEST_NAME) {
			throw RestException.invalid("FriendlyName is longer than " + LONGEST_NAME + " characters");
		}
		checkAttributes(attributes, MOST_BYTES);
	}

	/** Returns this draft with the values that are not null. */
	public Draft with(@Nullable String otherName, @Nullable String otherUniqueName, @Nullable String otherAttributes) {
		return new Draft((otherName != null) ? otherName : this.friendlyName,
				(otherUniqueName != null) ? otherUniqueName : this.uniqueName,
				(otherAttributes != null) ? otherAttributes : this.attributes);
	}

	/**
	 * Returns the attributes of a participant or a user.
	 * @throws RestException if they are invalid
	 */
	public static String smallAttributes(String attributes) {
		checkAttributes(attributes, MOST_PARTICIPANT_BYTES);
		return attributes;
	}

	/**
	 * Checks the attributes of a message.
	 * @throws RestException if they are invalid
	 */
	static void checkMessageAttributes(String attributes) {
		checkAttributes(attributes, MOST_BYTES);
	}

	/** Accepts any JSON, not only objects, because Twilio's client libraries do. */
	private static void checkAttributes(String attributes, int most) {
		if (attributes.getBytes(StandardCharsets.UTF_8).length > most) {
			throw RestException.invalid("Attributes are longer than " + most + " bytes");
		}
		try {
			if (attributes.isBlank()) {
				throw RestException.invalid("Attributes are empty");
			}
			Reply.JSON.readTree(attributes);
		}
		catch (JacksonException ex) {
			throw RestException.invalid("Attributes are not JSON");
		}
	}

}
