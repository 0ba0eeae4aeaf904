package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.WorkStore;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of conversations that Twilio has known and answers 404 for now. Such an
 * answer may be an error of Twilio or of the configuration, so these conversations are
 * checked again. The wait grows with the time for which a conversation has been missing,
 * up to the usual time until a recheck. Written by {@link ConversationNotFound}, read by
 * {@link ReconciliationJob}. Thread-safe.
 */
@Component
class MissingConversations {

	private final JdbcClient store;

	MissingConversations(@WorkStore JdbcClient store) {
		this.store = store;
	}

	/**
	 * Stores that Twilio does not know the conversation.
	 * @return since when it has been missing
	 */
	Instant noteMissing(ConversationSid sid, Instant now) {
		this.store.sql("""
				insert into missing_conversation (sid, missing_since, checked_at) values (:sid, :now, :now)
				on conflict (sid) do update set checked_at = excluded.checked_at""")
			.param("sid", sid.value())
			.param("now", now.toEpochMilli())
			.update();
		return Instant.ofEpochMilli(this.store.sql("select missing_since from missing_conversation where sid = :sid")
			.param("sid", sid.value())
			.query(Long.class)
			.single());
	}

	boolean contains(ConversationSid sid) {
		return this.store.sql("select count(*) from missing_conversation where sid = :sid")
			.param("sid", sid.value())
			.query(Integer.class)
			.single() == 1;
	}

	void remove(ConversationSid sid) {
		this.store.sql("delete from missing_conversation where sid = :sid").param("sid", sid.value()).update();
	}

	/** Stores that the conversation is about to be checked again. */
	void noteCheck(ConversationSid sid, Instant now) {
		this.store.sql("update missing_conversation set checked_at = :now where sid = :sid")
			.param("sid", sid.value())
			.param("now", now.toEpochMilli())
			.update();
	}

	/**
	 * The conversations to check again, the longest wait first.
	 * @param recheck the longest time between two checks
	 */
	List<ConversationSid> due(Instant now, Duration recheck, int limit) {
		return this.store
			.sql("select sid from missing_conversation where checked_at <= :before "
					+ "or checked_at + (checked_at - missing_since) <= :now order by checked_at limit " + limit)
			.param("before", now.minus(recheck).toEpochMilli())
			.param("now", now.toEpochMilli())
			.query((row, number) -> new ConversationSid(row.getString("sid")))
			.list();
	}

	/** Removes those that the retention has removed from {@link ConversationStore}. */
	void removeForgotten() {
		this.store
			.sql("delete from missing_conversation where not exists "
					+ "(select 1 from conversation where conversation.sid = missing_conversation.sid)")
			.update();
	}

}
