package io.frontlineservice;

import io.frontlineservice.WithPretendTwilio.Age;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.time.Duration;
import java.util.List;
import org.springframework.test.context.event.annotation.BeforeTestMethod;

/**
 * The state in which each test of conversations begins: no conversations, and four
 * workers who have signed in. Spring restores it before each test of a context that
 * imports {@link WithPretendTwilio}.
 */
public record CleanSlate(PretendTwilio twilio, Settled settled, Age age) {

	private static final List<String> WORKERS = List.of("ada@example.com", "ben@example.com", "chiara@example.com",
			"dmitri@example.com");

	@BeforeTestMethod
	public void restore() {
		// Otherwise a test could count work that the service starts by itself.
		this.settled.awaitStart();
		this.settled.holdRecurringWork();
		this.age.of(Duration.ZERO);
		this.settled.forget();
		this.twilio.reset();
		WORKERS.forEach((worker) -> this.twilio.signIn(worker, true));
	}

}
