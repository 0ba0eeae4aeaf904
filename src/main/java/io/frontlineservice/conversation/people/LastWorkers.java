package io.frontlineservice.conversation.people;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.KeyedHash;
import io.frontlineservice.work.WorkStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The table of the last worker of each person. Written when a conversation is settled or
 * closed; read when one is routed. Numbers and customer ids are stored as keyed hashes.
 * Thread-safe.
 * <p>
 * All writes lock rows in the order of their hashes, so that transactions do not
 * deadlock.
 */
@Component
public class LastWorkers {

	private final JdbcClient store;

	private final List<KeyedHash> hashes;

	private final Clock clock;

	LastWorkers(@WorkStore JdbcClient store, InstallationKey key, Clock clock) {
		this.store = store;
		this.hashes = key.accepted("last-talk");
		this.clock = clock;
	}

	/** Records that the worker has joined the conversation with these people. */
	public void recordJoin(ConversationSid conversationSid, List<PersonKeys> people, WorkerIdentity worker) {
		write(conversationSid, people, worker, "");
	}

	/**
	 * Records that the worker is still in the conversation. A person with a later
	 * conversation keeps the worker of that one.
	 */
	public void recordStay(ConversationSid conversationSid, List<PersonKeys> people, WorkerIdentity worker) {
		write(conversationSid, people, worker, " where last_talk.conversation_sid = excluded.conversation_sid");
	}

	/** Records that the conversation ends now. */
	public void recordEnd(ConversationSid conversationSid) {
		sorted(this.store.sql("select person from last_talk where conversation_sid = :sid")
			.param("sid", conversationSid.value()))
			.forEach((person) -> this.store
				.sql("update last_talk set talked_at = :now where person = :person and conversation_sid = :sid")
				.param("person", person)
				.param("sid", conversationSid.value())
				.param("now", this.clock.millis())
				.update());
	}

	private void write(ConversationSid conversationSid, List<PersonKeys> people, WorkerIdentity worker,
			String condition) {
		people.stream()
			.flatMap(PersonKeys::keys)
			.map((key) -> hash(this.hashes.get(0), key))
			.distinct()
			.sorted()
			.forEach((person) -> this.store.sql("""
					insert into last_talk (person, worker, conversation_sid, talked_at)
					values (:person, :worker, :sid, :now)
					on conflict (person) do update set worker = excluded.worker,
					conversation_sid = excluded.conversation_sid, talked_at = excluded.talked_at""" + condition)
				.param("person", person)
				.param("worker", worker.written())
				.param("sid", conversationSid.value())
				.param("now", this.clock.millis())
				.update());
	}

	/**
	 * Returns the worker of the person's last other conversation, found by customer id,
	 * or else by number.
	 */
	public Optional<LastWorker> find(PersonKeys person, ConversationSid conversationSid) {
		return person.keys().flatMap((key) -> find(key, conversationSid).stream()).findFirst();
	}

	private Optional<LastWorker> find(String key, ConversationSid conversationSid) {
		return this.store.sql("""
				select worker, talked_at from last_talk where person in (:hashes) and conversation_sid <> :sid
				order by talked_at desc limit 1""")
			.param("hashes", this.hashes.stream().map((hash) -> hash(hash, key)).toList())
			.param("sid", conversationSid.value())
			.query((row, number) -> new LastWorker(WorkerIdentity.of(row.getString("worker")),
					Instant.ofEpochMilli(row.getLong("talked_at"))))
			.optional();
	}

	/** Removes rows without a conversation since that time. */
	public void removeBefore(Instant time) {
		sorted(this.store.sql("select person from last_talk where talked_at < :time")
			.param("time", time.toEpochMilli()))
			.forEach((person) -> this.store.sql("delete from last_talk where person = :person and talked_at < :time")
				.param("person", person)
				.param("time", time.toEpochMilli())
				.update());
	}

	private static List<String> sorted(StatementSpec people) {
		return people.query((row, number) -> row.getString("person")).list().stream().sorted().toList();
	}

	private static String hash(KeyedHash hash, String key) {
		return HexFormat.of().formatHex(hash.of(key.getBytes(StandardCharsets.UTF_8)));
	}

	/**
	 * The last worker of a person.
	 *
	 * @param worker the worker
	 * @param at when they were last known to be in a conversation with each other
	 */
	public record LastWorker(WorkerIdentity worker, Instant at) {
	}

}
