package io.frontlineservice.crm.owner;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** The users of an account are held for a minute. */
class OwnerDirectoryTests {

	@Test
	void ownersAreReadAgainAfterAMinute() {
		AtomicLong time = new AtomicLong();
		AtomicInteger calls = new AtomicInteger();
		OwnerDirectory owners = new OwnerDirectory((deadline) -> {
			calls.incrementAndGet();
			return new OwnerIndex(Map.of("1", ADA));
		}, time::get);
		for (int second = 0; second < 180; second++) {
			time.set(Duration.ofSeconds(second).toNanos());
			owners.index(Walk.soon());
		}
		assertThat(calls).hasValue(3);
	}

}
