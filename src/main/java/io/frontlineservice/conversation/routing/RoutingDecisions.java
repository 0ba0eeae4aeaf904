package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of routing decisions. A decision is written before its worker is added, so
 * that a retry adds the same worker. Used by {@link CurrentDecisions} and read by
 * {@link RoutingEndpoint}. Thread-safe.
 */
@Component
public class RoutingDecisions {

	private static final int LONGEST_EXPLANATION = 4000;

	private static final RowMapper<Decision> DECISION = (row, number) -> new Decision(
			new ConversationSid(row.getString("conversation_sid")), row.getInt("attempt"),
			Instant.ofEpochMilli(row.getLong("decided_at")), worker(row.getString("worker")), row.getString("rule"),
			lines(row.getString("explanation")), row.getString("failure"),
			Instant.ofEpochMilli(row.getLong("asked_at")));

	private static final String SELECT = "select conversation_sid, attempt, decided_at, worker, rule, explanation, "
			+ "failure, asked_at from routing_decision ";

	private final JdbcClient store;

	private final Clock clock;

	RoutingDecisions(@WorkStore JdbcClient store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** Returns the decisions of one conversation, the oldest first. */
	List<Decision> of(ConversationSid conversationSid) {
		return this.store.sql(SELECT + "where conversation_sid = :sid order by attempt")
			.param("sid", conversationSid.value())
			.query(DECISION)
			.list();
	}

	/** Returns the last decisions of all conversations, the newest first. */
	List<Decision> latest(int count) {
		return this.store.sql(SELECT + "order by decided_at desc limit " + count).query(DECISION).list();
	}

	/**
	 * Stores a decision, unless another instance has stored one for this attempt.
	 * @return the decision that is stored for this attempt
	 */
	Decision add(ConversationSid conversationSid, int attempt, Instant askedAt, RoutingDecision decision) {
		this.store
			.sql("""
					insert into routing_decision (conversation_sid, attempt, asked_at, decided_at, worker, rule, explanation)
					values (:sid, :attempt, :asked, :now, :worker, :rule, :explanation) on conflict do nothing""")
			.param("sid", conversationSid.value())
			.param("attempt", attempt)
			.param("asked", askedAt.toEpochMilli())
			.param("now", this.clock.millis())
			.param("worker", (decision.worker() != null) ? decision.worker().written() : null)
			.param("rule", decision.decidedBy())
			.param("explanation", text(decision.explanation()))
			.update();
		return of(conversationSid).stream().filter((it) -> it.attempt() == attempt).findFirst().orElseThrow();
	}

	/** Returns the explanation as it is stored: a long one is cut. */
	static List<String> asStored(List<String> explanation) {
		return lines(text(explanation));
	}

	private static String text(List<String> explanation) {
		String text = String.join("\n", explanation);
		return text.substring(0, Math.min(text.length(), LONGEST_EXPLANATION));
	}

	private static List<String> lines(String text) {
		return List.of(text.split("\n"));
	}

	private static @Nullable WorkerIdentity worker(@Nullable String written) {
		return (written != null) ? WorkerIdentity.of(written) : null;
	}

	/** Stores why the worker could not be added. */
	void recordFailure(Decision decision, String failure) {
		this.store
			.sql("update routing_decision set failure = :failure where conversation_sid = :sid and attempt = :attempt")
			.param("failure", failure)
			.param("sid", decision.conversationSid().value())
			.param("attempt", decision.attempt())
			.update();
	}

	/** Removes the decisions from before that time. */
	public void removeBefore(Instant time) {
		this.store.sql("delete from routing_decision where decided_at < :time")
			.param("time", time.toEpochMilli())
			.update();
	}

	/**
	 * A stored decision.
	 *
	 * @param conversationSid the conversation's SID
	 * @param attempt sequence number of the decision within its conversation
	 * @param decidedAt when it was made
	 * @param worker the chosen worker; null if no rule found one
	 * @param rule the configured name of the rule that chose the worker
	 * @param explanation the result of each rule
	 * @param failure why the worker could not be added; null without a failure
	 * @param askedAt since when a worker was needed
	 */
	record Decision(ConversationSid conversationSid, int attempt, Instant decidedAt, @Nullable WorkerIdentity worker,
			@Nullable String rule, List<String> explanation, @Nullable String failure, Instant askedAt) {
	}

}
