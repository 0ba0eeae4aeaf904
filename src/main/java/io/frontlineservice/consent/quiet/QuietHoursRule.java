package io.frontlineservice.consent.quiet;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses a conversation that a worker begins in the customer's quiet hours, unless the
 * customer wrote recently. Asked by the {@link ContactRules} of package {@code consent}.
 * Thread-safe.
 */
@Component
public final class QuietHoursRule {

	/** How long a callback waits for the store. */
	private static final Duration LONGEST_READ = Duration.ofSeconds(2);

	private final QuietHoursSettings settings;

	private final CustomerPlaceFinder places;

	private final QuietHours quietHours;

	private final ReplyWindow replies;

	private final StoreCalls store;

	private final Clock clock;

	QuietHoursRule(QuietHoursSettings settings, CustomerPlaceFinder places, QuietHours quietHours, ReplyWindow replies,
			StoreCalls store, Clock clock) {
		this.settings = settings;
		this.places = places;
		this.quietHours = quietHours;
		this.replies = replies;
		this.store = store;
		this.clock = clock;
	}

	/**
	 * Returns why a worker may not begin a conversation now, as
	 * {@link ContactRules#refusalToBegin} does. Reads the store only during quiet hours.
	 * @param to the customer's address
	 * @throws RuntimeException if this cannot be determined
	 */
	public Optional<String> refusalToBegin(CrmCustomer customer, Address to, @Nullable Address from,
			Deadline deadline) {
		if (!this.settings.enabled()) {
			return Optional.empty();
		}
		return this.quietHours.refusal(this.places.find(customer, to), this.clock.instant())
			.filter((refusal) -> !wroteRecently(PersonKeys.of(to, customer.id()), deadline))
			.map(QuietHoursRefusal::text);
	}

	private boolean wroteRecently(PersonKeys person, Deadline deadline) {
		return this.store.within(deadline.within(LONGEST_READ).remaining(), () -> this.replies.includes(person));
	}

}
