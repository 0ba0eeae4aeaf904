package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.ChangeListeners;
import java.time.Instant;
import java.time.InstantSource;

/**
 * All conversations and users, and their clock. Shared by phones and the REST API.
 * Thread-safe.
 */
public record PretendWorld(Conversations conversations, Users users, InstantSource clock) {

	/**
	 * Creates a world without conversations and users.
	 * @param changes notified of each change of a conversation
	 */
	public static PretendWorld empty(Conditions conditions, ChangeListeners changes, InstantSource clock) {
		return new PretendWorld(new Conversations(conditions, changes, clock), new Users(clock), clock);
	}

	public Instant now() {
		return this.clock.instant();
	}

	/** Deletes all conversations and users. */
	public void clear() {
		this.conversations.clear();
		this.users.clear();
	}

}
