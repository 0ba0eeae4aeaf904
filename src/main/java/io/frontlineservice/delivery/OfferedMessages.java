package io.frontlineservice.delivery;

import io.frontlineservice.conversation.RetainedData;
import io.frontlineservice.work.WorkStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/**
 * The table of the messages that were offered to workers and the contents that send them.
 * It has no text, only keyed hashes. Written by {@link RememberedTemplates}; read by the
 * template bridge. Thread-safe.
 */
@Component
class OfferedMessages implements RetainedData {

	/** How long a message is remembered after it was offered. */
	static final Duration LIFETIME = Duration.ofHours(24);

	private static final int ROWS_AT_ONCE = 50;

	private final JdbcClient store;

	private final Clock clock;

	OfferedMessages(@WorkStore JdbcClient store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	/** Stores messages, several in one statement. */
	void add(Map<OfferedKey, OfferedContent> messages) {
		// In the same order everywhere, so that statements do not deadlock.
		List<Map.Entry<OfferedKey, OfferedContent>> rows = messages.entrySet()
			.stream()
			.sorted(Map.Entry.comparingByKey())
			.toList();
		for (int start = 0; start < rows.size(); start += ROWS_AT_ONCE) {
			insert(rows.subList(start, Math.min(start + ROWS_AT_ONCE, rows.size())));
		}
	}

	private void insert(List<Map.Entry<OfferedKey, OfferedContent>> rows) {
		String values = String.join(", ", rows.stream().map((row) -> "(?, ?, ?, ?, ?)").toList());
		StatementSpec statement = this.store
			.sql("insert into offered_template (message, customer, content_sid, variables, offered_at) values " + values
					+ " on conflict (message, customer) do update set content_sid = excluded.content_sid, "
					+ "variables = excluded.variables, offered_at = excluded.offered_at");
		for (Map.Entry<OfferedKey, OfferedContent> row : rows) {
			statement = statement.param(row.getKey().message())
				.param(row.getKey().customerHash())
				.param(row.getValue().contentSid())
				.param(row.getValue().variables())
				.param(this.clock.millis());
		}
		statement.update();
	}

	/**
	 * Returns the content of a message that was offered within the last 24 hours.
	 * @param messages the accepted hashes of the worker and the text
	 * @param customers the accepted hashes of the customer, and that of no customer
	 */
	Optional<OfferedContent> find(Collection<String> messages, Collection<String> customers) {
		return this.store
			.sql("select content_sid, variables from offered_template where message in (:messages)"
					+ " and customer in (:customers) and offered_at >= :oldest order by offered_at desc limit 1")
			.param("messages", messages)
			.param("customers", customers)
			.param("oldest", this.clock.instant().minus(LIFETIME).toEpochMilli())
			.query((row, number) -> new OfferedContent(row.getString("content_sid"), row.getString("variables")))
			.optional();
	}

	/** Removes all that has expired, which is long before the retention. */
	@Override
	public void removeBefore(Instant time) {
		this.store.sql("delete from offered_template where offered_at < :oldest")
			.param("oldest", this.clock.instant().minus(LIFETIME).toEpochMilli())
			.update();
	}

	/**
	 * The key of an offered message.
	 *
	 * @param message the hash of the worker and the text
	 * @param customerHash the hash of the customer; {@link MessageHashes#NO_CUSTOMER} for
	 * a person who is not a customer
	 */
	record OfferedKey(String message, String customerHash) implements Comparable<OfferedKey> {

		@Override
		public int compareTo(OfferedKey other) {
			int order = this.message.compareTo(other.message);
			return (order != 0) ? order : this.customerHash.compareTo(other.customerHash);
		}

	}

}
