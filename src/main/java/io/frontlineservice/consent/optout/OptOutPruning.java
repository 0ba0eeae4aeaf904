package io.frontlineservice.consent.optout;

import io.frontlineservice.consent.optout.OptOutLog.Position;
import io.frontlineservice.consent.optout.OptOutLog.StoredEvent;
import io.frontlineservice.work.WorkStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bounds the log of a person who opts out and in again and again: the first and the last
 * events stay as evidence, and those that decide. Called by {@link OptOutCleanupJob}.
 * Thread-safe.
 */
@Component
class OptOutPruning {

	/** How many of the first events of a person stay. */
	static final int FIRST = 5;

	/** How many of the last events of a person stay. */
	static final int LAST = 20;

	private static final int PEOPLE_AT_ONCE = 1000;

	private final JdbcClient store;

	OptOutPruning(@WorkStore JdbcClient store) {
		this.store = store;
	}

	/**
	 * Removes the events in the middle.
	 * @param storedBefore later ones stay, because earlier events may still be reported
	 */
	void removeMiddle(Instant storedBefore) {
		this.store.sql("""
				select address from opt_out_event where address is not null
				group by address having count(*) > :most order by address limit :people""")
			.param("most", FIRST + LAST)
			.param("people", PEOPLE_AT_ONCE)
			.query(String.class)
			.list()
			.forEach((person) -> remove(superfluous(events(person), storedBefore.toEpochMilli())));
	}

	/** Returns the events of an address in the order of {@link OptOutLog#of}. */
	private List<StoredEvent> events(String addressHash) {
		return this.store
			.sql("select event_key, stored_at, " + OptOutLog.COLUMNS
					+ " from opt_out_event where address = :address order by happened_at, opted_out")
			.param("address", addressHash)
			.query((row, number) -> new StoredEvent(new Position(row.getLong("stored_at"), row.getString("event_key")),
					OptOutLog.event(row, number)))
			.list();
	}

	private void remove(List<String> eventKeys) {
		eventKeys.forEach(
				(key) -> this.store.sql("delete from opt_out_event where event_key = :key").param("key", key).update());
	}

	private static List<String> superfluous(List<StoredEvent> events, long storedBefore) {
		Set<StoredEvent> kept = new HashSet<>(deciding(events));
		kept.addAll(events.subList(0, Math.min(FIRST, events.size())));
		kept.addAll(events.subList(Math.max(0, events.size() - LAST), events.size()));
		return events.stream()
			.filter((event) -> !kept.contains(event) && event.position().storedAt() < storedBefore)
			.map((event) -> event.position().key())
			.toList();
	}

	/**
	 * Returns the events that decide by {@link OptOutHistory} and {@link ConsentChanges},
	 * now and if an earlier event is reported later: of each of our addresses and of each
	 * channel, the last event of each kind.
	 */
	private static Collection<StoredEvent> deciding(List<StoredEvent> events) {
		Map<List<Object>, StoredEvent> last = new HashMap<>();
		events.stream().filter((it) -> it.event().optedOut()).findFirst().ifPresent((it) -> last.put(List.of(), it));
		for (StoredEvent stored : events) {
			OptOutEvent event = stored.event();
			kinds(event).forEach((kind) -> last.put(List.of(kind, event.channel(), sender(event)), stored));
		}
		return last.values();
	}

	/**
	 * An address of ours that is still unknown can turn out to be any one of them, and is
	 * not that of all, which an operator means.
	 */
	private static List<String> sender(OptOutEvent event) {
		return (event.senderHash() != null) ? List.of(event.senderHash())
				: List.of("", String.valueOf(event.participantSid()));
	}

	private static List<Kind> kinds(OptOutEvent event) {
		List<Kind> kinds = new ArrayList<>();
		if (event.how() == OptOutSource.ERROR_63014 || !event.optedOut()) {
			kinds.add(Kind.OF_BLOCK);
		}
		if (event.how() != OptOutSource.ERROR_63014 && event.how() != OptOutSource.WROTE_AGAIN) {
			kinds.add(Kind.OF_OPT_OUT);
		}
		if (event.how() == OptOutSource.KEYWORD || event.how() == OptOutSource.OPERATOR) {
			kinds.add(Kind.FOR_TWILIO);
		}
		return kinds;
	}

	/** What an event may decide. */
	private enum Kind {

		/** Whether the person has blocked us. */
		OF_BLOCK,

		/** Whether the person has opted out. */
		OF_OPT_OUT,

		/** What is sent to Twilio's Consent API. */
		FOR_TWILIO

	}

}
