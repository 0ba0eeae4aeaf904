package io.frontlineservice.delivery;

import io.frontlineservice.conversation.RetainedData;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.delivery.ContentRequest.State;
import io.frontlineservice.privacy.Encryption;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of messages that are to be sent as content. Each is written before the call,
 * so that a repeated job knows that the message may have been sent. The values of the
 * variables are encrypted, and removed when the message is sent. Thread-safe; takes part
 * in the caller's transaction.
 */
@Component
class ContentRequests implements RetainedData {

	/** A message that is older is not sent any more. */
	static final Duration LIFETIME = Duration.ofHours(24);

	private static final String COLUMNS = "select subject, conversation_sid, worker, content_sid, variables, mark, state, "
			+ "requested_at from content_message";

	private final JdbcClient store;

	private final List<Encryption> encryptions;

	private final Clock clock;

	ContentRequests(@WorkStore JdbcClient store, InstallationKey key, Clock clock) {
		this.store = store;
		this.encryptions = key.encryptions("content-variables");
		this.clock = clock;
	}

	/**
	 * Stores a request. A request for the same subject stays, unless its message was sent
	 * before that time.
	 */
	void add(ContentRequest request, Instant replaced) {
		this.store
			.sql("""
					insert into content_message (subject, conversation_sid, worker, content_sid, variables, mark, state,
					requested_at) values (:subject, :conversation, :worker, :content, :variables, :mark, :state, :now)
					on conflict (subject) do update set content_sid = excluded.content_sid, variables = excluded.variables,
					mark = excluded.mark, state = excluded.state, message_sid = null, requested_at = excluded.requested_at
					where content_message.requested_at < :replaced and content_message.state in ('SENT', 'REFUSED', 'DROPPED',
					'TEXT_PUBLISHED')""")
			.param("subject", request.subject())
			.param("conversation", request.conversationSid().value())
			.param("worker", request.author().written())
			.param("content", request.contentSid())
			.param("variables", encrypted(request))
			.param("mark", request.mark())
			.param("state", request.state().name())
			.param("now", request.requestedAt().toEpochMilli())
			.param("replaced", replaced.toEpochMilli())
			.update();
	}

	private @Nullable String encrypted(ContentRequest request) {
		return (request.variables() != null) ? this.encryptions.get(0)
			.encrypt(request.variables().getBytes(StandardCharsets.UTF_8), place(request.subject())) : null;
	}

	/** Returns the request for a subject, if there is one. */
	Optional<ContentRequest> find(String subject) {
		return this.store.sql(COLUMNS + " where subject = :subject")
			.param("subject", subject)
			.query((row, number) -> request(row))
			.optional();
	}

	/** Returns the newest request to replace a text in one of these conversations. */
	Optional<ContentRequest> latestReplacement(Collection<ConversationSid> conversationSids) {
		return this.store
			.sql(COLUMNS + " where conversation_sid in (:conversations) and mark <> subject"
					+ " order by requested_at desc limit 1")
			.param("conversations", conversationSids.stream().map(ConversationSid::value).toList())
			.query((row, number) -> request(row))
			.optional();
	}

	/** Stores how far a request is; its message may still be sent. */
	void mark(String subject, State state) {
		this.store.sql("update content_message set state = :state where subject = :subject")
			.param("state", state.name())
			.param("subject", subject)
			.update();
	}

	/**
	 * Stores the end of a request.
	 * @param messageSid the message that was sent; null if there is none
	 */
	void end(String subject, State state, @Nullable String messageSid) {
		this.store.sql("""
				update content_message set state = :state, message_sid = :message, variables = null
				where subject = :subject""")
			.param("subject", subject)
			.param("state", state.name())
			.param("message", messageSid)
			.update();
	}

	/** Removes old requests, and the values of those that are too old to be sent. */
	@Override
	public void removeBefore(Instant time) {
		this.store.sql("delete from content_message where requested_at < :time")
			.param("time", time.toEpochMilli())
			.update();
		this.store.sql("update content_message set variables = null where requested_at < :oldest")
			.param("oldest", this.clock.instant().minus(LIFETIME).toEpochMilli())
			.update();
	}

	private ContentRequest request(ResultSet row) throws SQLException {
		String subject = row.getString("subject");
		return new ContentRequest(subject, new ConversationSid(row.getString("conversation_sid")),
				WorkerIdentity.of(row.getString("worker")), row.getString("content_sid"),
				decrypted(row.getString("variables"), subject), row.getString("mark"),
				State.valueOf(row.getString("state")), Instant.ofEpochMilli(row.getLong("requested_at")));
	}

	private @Nullable String decrypted(@Nullable String stored, String subject) {
		return Optional.ofNullable(stored)
			.flatMap((text) -> this.encryptions.stream()
				.flatMap((encryption) -> encryption.decrypt(text, place(subject)).stream())
				.findFirst())
			.map((bytes) -> new String(bytes, StandardCharsets.UTF_8))
			.orElse(null);
	}

	private static byte[] place(String subject) {
		return ("content_message " + subject).getBytes(StandardCharsets.UTF_8);
	}

}
