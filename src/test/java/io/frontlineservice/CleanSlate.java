package io.frontlineservice;

import io.frontlineservice.WithPretendTwilio.Age;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.time.Duration;
import java.util.List;
import org.springframework.test.context.event.annotation.BeforeTestMethod;

/**
 * What each test of conversations begins with: nothing has happened yet, and the four
 * workers have signed in. Brought by {@link WithPretendTwilio}, restored by Spring before
 * each test.
 */
public record CleanSlate(PretendTwilio twilio, Settled settled, Age age) {

	private static final List<String> WORKERS = List.of("ada@example.com", "ben@example.com", "chiara@example.com",
			"dmitri@example.com");

	@BeforeTestMethod
	public void restore() {
		// Else what a service does by itself might be done meanwhile, and counted.
		this.settled.awaitStart();
		this.settled.holdRecurringWork();
		this.age.of(Duration.ZERO);
		this.settled.forget();
		this.twilio.reset();
		WORKERS.forEach((worker) -> this.twilio.signIn(worker, true));
	}

}
