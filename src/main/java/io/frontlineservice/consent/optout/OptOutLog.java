package io.frontlineservice.consent.optout;

import io.frontlineservice.conversation.participant.KnownParticipant;
import io.frontlineservice.work.KeyFilter;
import io.frontlineservice.work.KeyFilters;
import io.frontlineservice.work.WorkStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of opt-outs and opt-ins. Events are added, and what was unknown of one is
 * filled in later; {@link OptOutPruning} removes events of people who have many. Used by
 * the classes of this package. Thread-safe; takes part in the caller's transaction.
 */
@Component
class OptOutLog {

	private static final int LONGEST_WORD = 60;

	static final String COLUMNS = """
			participant_sid, address, customer, sender, channel, opted_out, how, word, message_sid, happened_at""";

	private final JdbcClient store;

	/** Each method that writes hashes adds them here first. */
	private final KeyFilter filter;

	private final Clock clock;

	OptOutLog(@WorkStore JdbcClient store, KeyFilters filters, Clock clock) {
		this.store = store;
		this.filter = filters.of("select address from opt_out_event union all select customer from opt_out_event");
		this.clock = clock;
	}

	/**
	 * Adds an event, unless it has been added before.
	 * @return whether it is new
	 */
	boolean add(OptOutEvent event) {
		this.filter.add(event.addressHash());
		this.filter.add(event.customerHash());
		return this.store
			.sql("insert into opt_out_event (event_key, " + COLUMNS + ", stored_at) values (:key, :participant, "
					+ ":address, :customer, :sender, :channel, :out, :how, :word, :message, :at, :now) "
					+ "on conflict (event_key) do nothing")
			.param("key", event.key())
			.param("participant", event.participantSid())
			.param("address", event.addressHash())
			.param("customer", event.customerHash())
			.param("sender", event.senderHash())
			.param("channel", event.channel())
			.param("out", event.optedOut() ? 1 : 0)
			.param("how", event.how().code())
			.param("word", shortened(event.word()))
			.param("message", event.messageSid())
			.param("at", event.at().toEpochMilli())
			.param("now", this.clock.millis())
			.update() == 1;
	}

	/**
	 * Returns the events of a person, the earliest first; of several at the same time,
	 * opt-outs last.
	 * @param people hashes of addresses and of customer ids of the person
	 */
	List<OptOutEvent> of(Collection<String> people) {
		this.filter.readOnce();
		return !mayContain(people) ? List.of() : this.store.sql("select " + COLUMNS + """
				 from opt_out_event where address in (:people) or customer in (:people)
				order by happened_at, opted_out""").param("people", people).query(OptOutLog::event).list();
	}

	/**
	 * Whether {@link #of} may find an event. Never waits for the store.
	 */
	boolean mayContain(Collection<String> people) {
		return !people.isEmpty() && this.filter.mayContain(people);
	}

	/** Fills in what is known of the participant now. */
	void complete(KnownParticipant participant) {
		this.filter.add(participant.addressHash());
		this.filter.add(participant.customerHash());
		this.store
			.sql("""
					update opt_out_event set address = coalesce(address, :address), customer = coalesce(customer, :customer),
					sender = coalesce(sender, :sender) where participant_sid = :participant
					and (address is null or customer is null or sender is null)""")
			.param("participant", participant.participantSid())
			.param("address", participant.addressHash())
			.param("customer", participant.customerHash())
			.param("sender", participant.senderHash())
			.update();
	}

	/** A configured keyword may be longer than the column. */
	private static @Nullable String shortened(@Nullable String word) {
		return (word != null && word.length() > LONGEST_WORD) ? word.substring(0, LONGEST_WORD) : word;
	}

	/** Adds the customer to the events of an address that have none. */
	void setCustomer(Collection<String> addressHashes, String customerHash) {
		this.filter.add(customerHash);
		this.store
			.sql("update opt_out_event set customer = :customer where address in (:addresses) and customer is null")
			.param("addresses", addressHashes)
			.param("customer", customerHash)
			.update();
	}

	/** Replaces hashes that were made with earlier keys. */
	void replace(Collection<String> earlier, String current) {
		this.filter.add(current);
		for (String column : List.of("address", "customer")) {
			this.store.sql("update opt_out_event set " + column + " = :current where " + column + " in (:earlier)")
				.param("current", current)
				.param("earlier", earlier)
				.update();
		}
	}

	/**
	 * Returns a part of all events, in the order in which they were stored.
	 * @param after the position of the last event of the part before
	 */
	List<StoredEvent> page(Position after, int size) {
		return this.store.sql("select event_key, stored_at, " + COLUMNS + """
				 from opt_out_event where stored_at > :stored or (stored_at = :stored and event_key > :key)
				order by stored_at, event_key limit :size""")
			.param("stored", after.storedAt())
			.param("key", after.key())
			.param("size", size)
			.query((row, number) -> new StoredEvent(new Position(row.getLong("stored_at"), row.getString("event_key")),
					event(row, number)))
			.list();
	}

	/** Removes opt-ins that end no opt-out, such as an answer "yes". */
	void removeOptInsWithoutOptOut(Instant storedBefore) {
		this.store.sql("""
				delete from opt_out_event where opted_out = 0 and stored_at < :time and not exists
				(select 1 from opt_out_event earlier where earlier.opted_out = 1
				and earlier.happened_at <= opt_out_event.happened_at and (earlier.address = opt_out_event.address
				or earlier.customer = opt_out_event.customer))""").param("time", storedBefore.toEpochMilli()).update();
	}

	static OptOutEvent event(ResultSet row, int number) throws SQLException {
		@Nullable String participant = row.getString("participant_sid");
		return new OptOutEvent(participant, row.getString("address"), row.getString("customer"),
				row.getString("sender"), row.getString("channel"), row.getInt("opted_out") == 1,
				OptOutSource.ofCode(row.getString("how")), row.getString("word"), row.getString("message_sid"),
				Instant.ofEpochMilli(row.getLong("happened_at")));
	}

	/**
	 * The position of an event in the log.
	 *
	 * @param storedAt when it was stored, in milliseconds since 1970
	 * @param key its key
	 */
	record Position(long storedAt, String key) {

		static final Position START = new Position(-1, "");

	}

	/**
	 * An event and its position.
	 */
	record StoredEvent(Position position, OptOutEvent event) {
	}

}
