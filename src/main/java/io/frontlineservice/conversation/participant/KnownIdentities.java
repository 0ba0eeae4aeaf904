package io.frontlineservice.conversation.participant;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.work.WorkStore;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of the customers who are people without a number: a keyed hash of the
 * person's id on a channel, and the customer's id. Written by each settlement that finds
 * the customer, and when Twilio sends the id beside the number; read when the CRM does
 * not know the address. Removed after {@code frontline.retention} without use.
 * Thread-safe; takes part in the caller's transaction.
 * <p>
 * Chat identities are not in it: the business itself gives them, so the CRM can know
 * them.
 */
@Component
public class KnownIdentities {

	private final JdbcClient store;

	private final PersonHashes hashes;

	private final Clock clock;

	KnownIdentities(@WorkStore JdbcClient store, PersonHashes hashes, Clock clock) {
		this.store = store;
		this.hashes = hashes;
		this.clock = clock;
	}

	/**
	 * Stores which customer a person is, in place of what was stored before. An address
	 * with a number is not stored.
	 */
	public void learn(Address address, CustomerId customerId) {
		@Nullable String key = key(address);
		if (key == null) {
			return;
		}
		this.store.sql("""
				insert into known_identity (identity, customer_id, used_at) values (:identity, :customer, :now)
				on conflict (identity) do update set customer_id = excluded.customer_id, used_at = excluded.used_at""")
			.param("identity", this.hashes.current(key))
			.param("customer", customerId.value())
			.param("now", this.clock.millis())
			.update();
	}

	/** Returns the customer who was last known to be the person. */
	public Optional<CustomerId> find(Address address) {
		@Nullable String key = key(address);
		return (key == null) ? Optional.empty()
				: this.store.sql("""
						select customer_id from known_identity where identity in (:identities)
						order by used_at desc limit 1""")
					.param("identities", this.hashes.accepted(key))
					.query((row, number) -> new CustomerId(row.getString("customer_id")))
					.optional();
	}

	/** Removes rows that were not used since that time. */
	public void removeBefore(Instant time) {
		this.store.sql("delete from known_identity where used_at < :time").param("time", time.toEpochMilli()).update();
	}

	private static @Nullable String key(Address address) {
		return address.isIdentity() ? PersonKeys.key(address) : null;
	}

}
