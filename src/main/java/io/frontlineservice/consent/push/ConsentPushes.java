package io.frontlineservice.consent.push;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.consent.optout.ConsentChangeListener;
import io.frontlineservice.conversation.RetainedData;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.privacy.Encryption;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.work.WorkQueue;
import io.frontlineservice.work.WorkStore;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The table of events that {@link PushConsentJob} is to send to Twilio, by the hash of
 * the person. The number is encrypted, and removed when Twilio has accepted the event.
 * Thread-safe; takes part in the caller's transaction.
 */
@Component
class ConsentPushes implements ConsentChangeListener, RetainedData {

	/** An event that is older is not sent any more. */
	static final Duration LIFETIME = Duration.ofDays(7);

	private static final Logger logger = LoggerFactory.getLogger(ConsentPushes.class);

	private final JdbcClient store;

	private final WorkQueue queue;

	private final PersonHashes hashes;

	private final List<Encryption> encryptions;

	private final Clock clock;

	ConsentPushes(@WorkStore JdbcClient store, WorkQueue queue, PersonHashes hashes, InstallationKey key, Clock clock) {
		this.store = store;
		this.queue = queue;
		this.hashes = hashes;
		this.encryptions = key.encryptions("consent-push");
		this.clock = clock;
	}

	@Override
	public void changed(String eventKey, Address person) {
		String subject = this.hashes.current(Objects.requireNonNull(PersonKeys.key(person)));
		byte[] number = Objects.requireNonNull(person.number()).getBytes(StandardCharsets.UTF_8);
		// First, because it locks the request against the end of a run.
		this.queue.request(PushConsentJob.NAME, subject);
		this.store
			.sql("insert into consent_push (event_key, person, number, requested_at) "
					+ "values (:key, :person, :number, :now) on conflict (event_key) do nothing")
			.param("key", eventKey)
			.param("person", subject)
			.param("number", this.encryptions.get(0).encrypt(number, place(eventKey)))
			.param("now", this.clock.millis())
			.update();
	}

	/** Returns the events of a person, in the order in which they were stored. */
	List<Pending> of(String subject) {
		return this.store.sql("select event_key, number from consent_push where person = :person order by requested_at")
			.param("person", subject)
			.query((row, number) -> new Pending(row.getString("event_key"),
					decrypted(row.getString("number"), row.getString("event_key"))))
			.list();
	}

	/** Removes an event that has been sent, or that a later one has replaced. */
	void remove(String eventKey) {
		this.store.sql("delete from consent_push where event_key = :key").param("key", eventKey).update();
	}

	/** Removes what Twilio has not accepted for too long, regardless of the retention. */
	@Override
	public void removeBefore(Instant time) {
		int removed = this.store.sql("delete from consent_push where requested_at < :time")
			.param("time", this.clock.instant().minus(LIFETIME).toEpochMilli())
			.update();
		if (removed > 0) {
			logger.warn("{} opt-outs or opt-ins could not be sent to Twilio within {} days and are not sent any more",
					removed, LIFETIME.toDays());
		}
	}

	private @Nullable Address decrypted(String stored, String eventKey) {
		return this.encryptions.stream()
			.flatMap((encryption) -> encryption.decrypt(stored, place(eventKey)).stream())
			.findFirst()
			.map((bytes) -> new Address(ChannelType.SMS, new String(bytes, StandardCharsets.UTF_8)))
			.orElse(null);
	}

	private static byte[] place(String eventKey) {
		return ("consent_push " + eventKey).getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * An event to be sent.
	 *
	 * @param eventKey the key of the event
	 * @param person the person's number; null if it cannot be decrypted
	 */
	record Pending(String eventKey, @Nullable Address person) {
	}

}
