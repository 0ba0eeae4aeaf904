package io.frontlineservice.sandbox.pretend.world;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message in a {@link Conversation}. Immutable; a new receipt makes a new message.
 *
 * @param sid {@code IM} and 32 hexadecimal digits
 * @param index its position in the conversation, from 0
 * @param author an identity or an address
 * @param body the text
 * @param attributes a JSON text
 * @param contentSid the content that it is; null for a plain text
 * @param participantSid the participant who wrote it; null if the author is not a
 * participant
 * @param receipts one for each customer at a number who is to receive it; empty for a
 * message that a customer wrote
 */
public record Message(String sid, int index, String author, String body, String attributes, @Nullable String contentSid,
		@Nullable String participantSid, Instant createdAt, List<Receipt> receipts) {

	public Message {
		receipts = List.copyOf(receipts);
	}

	/** Returns this message with a receipt, which replaces the one with the same SID. */
	Message with(Receipt receipt) {
		return new Message(this.sid, this.index, this.author, this.body, this.attributes, this.contentSid,
				this.participantSid, this.createdAt,
				this.receipts.stream().map((it) -> it.sid().equals(receipt.sid()) ? receipt : it).toList());
	}

}
