package io.frontlineservice.delivery;

import io.frontlineservice.conversation.RetainedData;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.WorkStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of the status of each message for each participant. Written for each delivery
 * receipt; read for the details of customers, by the template bridge and by operators.
 * Thread-safe; takes part in the caller's transaction. Removed after
 * {@code frontline.retention}.
 */
@Component
class Deliveries implements RetainedData {

	private static final String COLUMNS = "select message_sid, participant_sid, conversation_sid, status, error_code, created_at from delivery";

	private static final int FAILURE = DeliveryStatus.FAILED.progress();

	private final JdbcClient store;

	private final Clock clock;

	Deliveries(@WorkStore JdbcClient store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Stores a receipt, unless an earlier one for the same message and participant says
	 * more: the highest status counts, and a failure is final.
	 * @return whether it changed anything
	 */
	boolean add(DeliveryReceipt receipt) {
		Instant now = this.clock.instant();
		return this.store
			.sql("""
					insert into delivery (message_sid, participant_sid, conversation_sid, status, progress, error_code,
					created_at, updated_at) values (:message, :participant, :conversation, :status, :progress, :code, :created, :now)
					on conflict (message_sid, participant_sid) do update set status = excluded.status,
					progress = excluded.progress, error_code = excluded.error_code, updated_at = excluded.updated_at,
					created_at = case when excluded.created_at < delivery.created_at then excluded.created_at
					else delivery.created_at end
					where delivery.progress < excluded.progress or (delivery.progress = excluded.progress
					and delivery.error_code = 0 and excluded.error_code <> 0)""")
			.param("message", receipt.messageSid())
			.param("participant", receipt.participantSid())
			.param("conversation", receipt.conversationSid().value())
			.param("status", receipt.status().wireName())
			.param("progress", receipt.status().progress())
			.param("code", receipt.status().isFailure() ? receipt.errorCode() : 0)
			.param("created", receipt.sentAt(now).toEpochMilli())
			.param("now", now.toEpochMilli())
			.update() == 1;
	}

	/** Returns the failure of a message with that error code, if there is one. */
	Optional<Delivery> failure(String messageSid, int code) {
		return this.store
			.sql(COLUMNS + " where message_sid = :message and progress = :failure and error_code = :code"
					+ " order by participant_sid limit 1")
			.param("message", messageSid)
			.param("failure", FAILURE)
			.param("code", code)
			.query((row, number) -> delivery(row))
			.optional();
	}

	/**
	 * Returns the newest message to these participants, which is the one that was sent
	 * last, regardless of the order of the receipts.
	 */
	Optional<Delivery> latest(Collection<String> participantSids) {
		return this.store
			.sql(COLUMNS + " where participant_sid in (:participants)"
					+ " order by created_at desc, message_sid desc limit 1")
			.param("participants", participantSids)
			.query((row, number) -> delivery(row))
			.optional();
	}

	/** Returns the newest failures, the newest first. */
	List<Delivery> latestFailures(int limit) {
		return this.store.sql(COLUMNS + " where progress = :failure order by created_at desc limit " + limit)
			.param("failure", FAILURE)
			.query((row, number) -> delivery(row))
			.list();
	}

	/** Returns how many messages have failed with each error code. */
	List<CodeCount> failuresByCode() {
		return this.store
			.sql("select error_code, count(*) as failures from delivery where progress = :failure group by error_code")
			.param("failure", FAILURE)
			.query((row, number) -> new CodeCount(row.getInt("error_code"), row.getLong("failures")))
			.list();
	}

	@Override
	public void removeBefore(Instant time) {
		this.store.sql("delete from delivery where updated_at < :time").param("time", time.toEpochMilli()).update();
	}

	private static Delivery delivery(ResultSet row) throws SQLException {
		return new Delivery(row.getString("message_sid"), row.getString("participant_sid"),
				new ConversationSid(row.getString("conversation_sid")),
				DeliveryStatus.named(row.getString("status")).orElseThrow(), row.getInt("error_code"),
				Instant.ofEpochMilli(row.getLong("created_at")));
	}

	/**
	 * What became of a message for one participant.
	 *
	 * @param messageSid the message
	 * @param participantSid the participant
	 * @param conversationSid the conversation
	 * @param status the status
	 * @param errorCode Twilio's error code; 0 without an error
	 * @param createdAt when the message was sent
	 */
	record Delivery(String messageSid, String participantSid, ConversationSid conversationSid, DeliveryStatus status,
			int errorCode, Instant createdAt) {
	}

	/** How many messages have failed with an error code. */
	record CodeCount(int code, long count) {
	}

}
