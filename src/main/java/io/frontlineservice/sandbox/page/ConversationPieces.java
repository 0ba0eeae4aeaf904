package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.ConversationChanges.Change;
import io.frontlineservice.sandbox.pretend.world.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Divides changes of conversations into pieces that a page has not received: all messages
 * from the first one that is new or has a new receipt. Used by {@link PageStream}, which
 * synchronizes it.
 */
final class ConversationPieces {

	/** The maximum number of conversations and messages in an event. */
	static final int MOST = 100;

	private final Function<Conversation, @Nullable Instant> templatesFrom;

	/** The messages that the page has, by the SID of their conversation. */
	private final Map<String, List<Message>> messagesSent = new HashMap<>();

	ConversationPieces(Function<Conversation, @Nullable Instant> templatesFrom) {
		this.templatesFrom = templatesFrom;
	}

	/** Returns the pieces of all changes, one list for each event. */
	List<List<Piece>> of(List<Change> changes) {
		List<List<Piece>> events = new ArrayList<>();
		List<Piece> event = new ArrayList<>();
		int size = 0;
		for (Change change : changes) {
			for (Piece piece : of(change)) {
				if (size + piece.size() > MOST && !event.isEmpty()) {
					events.add(event);
					event = new ArrayList<>();
					size = 0;
				}
				event.add(piece);
				size += piece.size();
			}
		}
		if (!event.isEmpty()) {
			events.add(event);
		}
		return events;
	}

	private List<Piece> of(Change change) {
		Conversation conversation = change.conversation();
		if (conversation == null) {
			List<Message> known = this.messagesSent.remove(change.sid());
			return (known != null) ? List.of(new Piece(change.sid(), null, 0, null)) : List.of();
		}
		int all = conversation.messages().size();
		int from = unchanged(this.messagesSent.getOrDefault(change.sid(), List.of()), conversation.messages());
		Instant templates = this.templatesFrom.apply(conversation);
		List<Piece> pieces = new ArrayList<>();
		do {
			int end = Math.min(all, from + MOST - 1);
			pieces.add(new Piece(change.sid(), conversation.withMessages(from, end), from, templates));
			from = end;
		}
		while (from < all);
		this.messagesSent.put(change.sid(), conversation.messages());
		return pieces;
	}

	/** Returns how many messages at the beginning are the same. */
	private static int unchanged(List<Message> before, List<Message> after) {
		int number = 0;
		while (number < before.size() && before.get(number).equals(after.get(number))) {
			number++;
		}
		return number;
	}

	/**
	 * A part of a conversation.
	 *
	 * @param conversation its current state with only new and changed messages; null if
	 * it is deleted
	 * @param from the position of the first of these messages
	 * @param templatesFrom when the worker may write only approved templates; null if
	 * never
	 */
	record Piece(String sid, @Nullable Conversation conversation, int from, @Nullable Instant templatesFrom) {

		/** The number of conversations and messages. */
		private int size() {
			return (this.conversation != null) ? 1 + this.conversation.messages().size() : 1;
		}

	}

}
