package io.frontlineservice.crm.owner;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The users of an account are held for a minute. */
class OwnerDirectoryTests {

	private final AtomicLong time = new AtomicLong();

	private final AtomicInteger calls = new AtomicInteger();

	@Test
	void ownersAreReadAgainAfterAMinute() {
		readForThreeMinutes(new OwnerDirectory(this::read, this.time::get));
		assertThat(this.calls).hasValue(3);
	}

	@Test
	void adapterDecidesHowLongOwnersAreHeld() {
		readForThreeMinutes(new OwnerDirectory(this::read, Duration.ofMinutes(2), this.time::get));
		assertThat(this.calls).hasValue(2);
	}

	private OwnerIndex read(Deadline deadline) {
		this.calls.incrementAndGet();
		return new OwnerIndex(Map.of("1", ADA));
	}

	private void readForThreeMinutes(OwnerDirectory owners) {
		for (int second = 0; second < 180; second++) {
			this.time.set(Duration.ofSeconds(second).toNanos());
			owners.index(Walk.soon());
		}
	}

}
