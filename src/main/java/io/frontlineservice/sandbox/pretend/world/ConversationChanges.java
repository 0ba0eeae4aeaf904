package io.frontlineservice.sandbox.pretend.world;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last changes of conversations. Returned by {@link Conversations#since}, read by the
 * sandbox's page. Immutable.
 *
 * @param changes one for each conversation, in the order of its last change
 * @param position the number of changes so far
 */
public record ConversationChanges(List<Change> changes, long position) {

	/**
	 * A change of a conversation.
	 *
	 * @param conversation its current state; null if it is deleted
	 */
	public record Change(String sid, @Nullable Conversation conversation) {

	}

}
