package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in a {@link Conversation}. Immutable.
 *
 * @param sid {@code IM} and 32 hexadecimal digits
 * @param index its position in the conversation, from 0
 * @param author an identity or an address
 * @param body the text
 * @param participantSid the participant who wrote it; null if the author is not a
 * participant
 */
public record Message(String sid, int index, String author, String body, @Nullable String participantSid,
		Instant createdAt) {

}
