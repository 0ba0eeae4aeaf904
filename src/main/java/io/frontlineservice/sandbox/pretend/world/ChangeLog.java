package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.sandbox.pretend.world.ConversationChanges.Change;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * The SIDs of all conversations, in the order of their last change. Written by
 * {@link Conversations}, which synchronizes it.
 */
final class ChangeLog {

	private final NavigableMap<Long, String> sids = new TreeMap<>();

	private final Map<String, Long> positions = new HashMap<>();

	private long position;

	void changed(String sid) {
		Long before = this.positions.put(sid, ++this.position);
		if (before != null) {
			this.sids.remove(before);
		}
		this.sids.put(this.position, sid);
	}

	/** Returns the conversations that changed after a position. */
	ConversationChanges since(long other, Map<String, Conversation> all) {
		return new ConversationChanges(
				this.sids.tailMap(other, false).values().stream().map((sid) -> new Change(sid, all.get(sid))).toList(),
				this.position);
	}

}
