package io.frontlineservice.conversation;

import io.frontlineservice.worker.WorkerIdentity;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What {@link ConversationStore} remembers of a conversation at one moment. Immutable.
 *
 * @param closed whether the conversation is said to be over
 * @param settled whether it has been settled before, so Twilio has known it
 * @param routing the pending request for a worker; null without a request
 * @param worker the worker who came last, as of the last settlement; null if there was no
 * worker
 */
record ConversationSnapshot(boolean closed, boolean settled, @Nullable RoutingRequest routing,
		@Nullable WorkerIdentity worker) {

	/** The snapshot of a conversation that has only just been stored. */
	static final ConversationSnapshot NEW = new ConversationSnapshot(false, false, null, null);

	static ConversationSnapshot of(ResultSet row, int number) throws SQLException {
		RoutingRequest routing = (row.getObject("routing_asked_at") != null) ? new RoutingRequest(
				Instant.ofEpochMilli(row.getLong("routing_asked_at")), row.getBoolean("routing_supposed")) : null;
		return new ConversationSnapshot(row.getBoolean("closed"), row.getObject("settled_at") != null, routing,
				Optional.ofNullable(row.getString("worker")).map(WorkerIdentity::of).orElse(null));
	}

	boolean isOpen() {
		return this.settled && !this.closed;
	}

	/** Milliseconds since 1970; -1 if no worker is requested. */
	long routingAskedAt() {
		return (this.routing != null) ? this.routing.askedAt().toEpochMilli() : -1;
	}

	boolean isRoutingInferred() {
		return this.routing != null && this.routing.inferred();
	}

}
