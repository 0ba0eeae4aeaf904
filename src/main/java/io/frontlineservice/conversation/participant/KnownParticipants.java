package io.frontlineservice.conversation.participant;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.KeyFilter;
import io.frontlineservice.work.KeyFilters;
import io.frontlineservice.work.WorkStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of the participants of conversations, workers excepted: as keyed hashes, and
 * when each last wrote. Written for each message of a customer and by each settlement;
 * read to decide about a worker's message without asking Twilio or the CRM. Thread-safe;
 * takes part in the caller's transaction. Removed with the conversation's other data,
 * after {@code frontline.retention}.
 */
@Component
public class KnownParticipants {

	private static final String COLUMNS = "conversation_sid, participant_sid, channel, address, customer, sender, last_inbound_at";

	private final JdbcClient store;

	/** Each method that writes hashes adds them here first. */
	private final KeyFilter filter;

	private final PersonHashes hashes;

	private final Clock clock;

	KnownParticipants(@WorkStore JdbcClient store, KeyFilters filters, PersonHashes hashes, Clock clock) {
		this.store = store;
		this.filter = filters
			.of("select address from known_participant union all select customer from known_participant");
		this.hashes = hashes;
		this.clock = clock;
	}

	/**
	 * Stores who a participant is.
	 * @param person the keys of the person
	 * @param channel the type of the person's address
	 * @param sender our address that the person writes to; null if it is unknown
	 */
	public void identify(ConversationSid conversationSid, String participantSid, PersonKeys person, String channel,
			@Nullable Address sender) {
		write(conversationSid, participantSid, person, channel, sender, null);
	}

	/**
	 * Stores that a participant has written. An earlier message that arrives later
	 * changes nothing.
	 * @param address the address of the author
	 * @param at when the message was written
	 */
	public void wrote(ConversationSid conversationSid, String participantSid, Address address, String channel,
			Instant at) {
		write(conversationSid, participantSid, PersonKeys.of(address, null), channel, null, at);
	}

	private void write(ConversationSid conversationSid, String participantSid, PersonKeys person, String channel,
			@Nullable Address sender, @Nullable Instant inboundAt) {
		@Nullable String senderKey = (sender != null) ? PersonKeys.key(sender) : null;
		@Nullable String address = hash(person.addressKey());
		@Nullable String customer = hash(person.customerKey());
		this.filter.add(address);
		this.filter.add(customer);
		this.store
			.sql("""
					insert into known_participant (conversation_sid, participant_sid, channel, address, customer, sender,
					last_inbound_at, seen_at) values (:sid, :participant, :channel, :address, :customer, :sender, :inbound, :now)
					on conflict (conversation_sid, participant_sid) do update set channel = excluded.channel,
					address = coalesce(excluded.address, known_participant.address),
					customer = coalesce(excluded.customer, known_participant.customer),
					sender = coalesce(excluded.sender, known_participant.sender),
					last_inbound_at = case when known_participant.last_inbound_at is null
					or excluded.last_inbound_at > known_participant.last_inbound_at then excluded.last_inbound_at
					else known_participant.last_inbound_at end, seen_at = excluded.seen_at""")
			.param("sid", conversationSid.value())
			.param("participant", participantSid)
			.param("channel", channel)
			.param("address", address)
			.param("customer", customer)
			.param("sender", hash(senderKey))
			.param("inbound", (inboundAt != null) ? inboundAt.toEpochMilli() : null)
			.param("now", this.clock.millis())
			.update();
	}

	private @Nullable String hash(@Nullable String key) {
		return (key != null) ? this.hashes.current(key) : null;
	}

	/**
	 * Removes those who are not participants any more.
	 * @param present the SIDs of the participants who are not workers
	 * @param readAt when they were read from Twilio; later ones stay
	 */
	public void retain(ConversationSid conversationSid, Collection<String> present, Instant readAt) {
		of(conversationSid).stream()
			.map(KnownParticipant::participantSid)
			.filter((sid) -> !present.contains(sid))
			.forEach((sid) -> this.store
				.sql("delete from known_participant where conversation_sid = :sid and participant_sid = :participant "
						+ "and seen_at < :readAt")
				.param("sid", conversationSid.value())
				.param("participant", sid)
				.param("readAt", readAt.toEpochMilli())
				.update());
	}

	/** Whether a person who is not a worker has this address in a conversation. */
	public boolean includes(ConversationSid conversationSid, Address person) {
		@Nullable String key = PersonKeys.key(person);
		List<String> accepted = (key != null) ? this.hashes.accepted(key) : List.of();
		return of(conversationSid).stream()
			.map(KnownParticipant::addressHash)
			.anyMatch((hash) -> hash != null && accepted.contains(hash));
	}

	/** Returns the participants of a conversation. */
	public List<KnownParticipant> of(ConversationSid conversationSid) {
		return this.store.sql("select " + COLUMNS + " from known_participant where conversation_sid = :sid")
			.param("sid", conversationSid.value())
			.query((row, number) -> participant(row))
			.list();
	}

	/**
	 * Returns when a person last wrote in any conversation.
	 * @param people hashes of addresses and of customer ids of the person
	 */
	public Optional<Instant> lastInbound(Collection<String> people) {
		return people.isEmpty() ? Optional.empty()
				: this.store.sql("""
						select last_inbound_at from known_participant
						where (address in (:people) or customer in (:people)) and last_inbound_at is not null
						order by last_inbound_at desc limit 1""")
					.param("people", people)
					.query((row, number) -> Instant.ofEpochMilli(row.getLong("last_inbound_at")))
					.optional();
	}

	/**
	 * Returns when the person last wrote on the same channel to the same address of ours,
	 * in any conversation. A message of which our address is unknown counts as well.
	 */
	public Optional<Instant> lastInboundToSender(KnownParticipant participant) {
		String toSender = (participant.senderHash() != null) ? " and (sender = :sender or sender is null)" : "";
		return this.store
			.sql("select last_inbound_at from known_participant where channel = :channel "
					+ "and last_inbound_at is not null and ((address = :address" + toSender
					+ ") or (conversation_sid = :sid and participant_sid = :participant)) "
					+ "order by last_inbound_at desc limit 1")
			.param("channel", participant.channel())
			.param("address", participant.addressHash())
			.param("sender", participant.senderHash())
			.param("sid", participant.conversationSid().value())
			.param("participant", participant.participantSid())
			.query((row, number) -> Instant.ofEpochMilli(row.getLong("last_inbound_at")))
			.optional();
	}

	/**
	 * Whether {@link #find} may find a participant. Never waits for the store.
	 */
	public boolean mayContain(Collection<String> people) {
		return !people.isEmpty() && this.filter.mayContain(people);
	}

	/**
	 * Returns the participants that are a person, those of the latest conversations
	 * first; at most 100.
	 * @param people hashes of addresses and of customer ids of the person
	 */
	public List<KnownParticipant> find(Collection<String> people) {
		this.filter.readOnce();
		return !mayContain(people) ? List.of()
				: this.store.sql("select " + COLUMNS + """
						 from known_participant where address in (:people) or customer in (:people)
						order by seen_at desc limit 100""")
					.param("people", people)
					.query((row, number) -> participant(row))
					.list();
	}

	/** Removes the participants of conversations without a change since that time. */
	public void removeBefore(Instant time) {
		this.store.sql("""
				delete from known_participant where seen_at < :time and not exists
				(select 1 from conversation where sid = conversation_sid)""")
			.param("time", time.toEpochMilli())
			.update();
	}

	private static KnownParticipant participant(ResultSet row) throws SQLException {
		return new KnownParticipant(new ConversationSid(row.getString("conversation_sid")),
				row.getString("participant_sid"), row.getString("channel"), row.getString("address"),
				row.getString("customer"), row.getString("sender"), instant(row, 7));
	}

	private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
		long millis = row.getLong(column);
		return row.wasNull() ? null : Instant.ofEpochMilli(millis);
	}

}
