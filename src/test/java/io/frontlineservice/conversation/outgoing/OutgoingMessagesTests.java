package io.frontlineservice.conversation.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.work.StoreCalls;
import io.frontlineservice.work.TestStore;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * How the answers of the rules are combined, and what happens if a rule does not answer.
 */
class OutgoingMessagesTests {

	private static final OutgoingMessage MESSAGE = new OutgoingMessage(new ConversationSid("CH" + "0".repeat(32)),
			WorkerIdentity.of("ada@example.com"), "A private matter");

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final StoreCalls store = TestStore.calls();

	private final CountDownLatch end = new CountDownLatch(1);

	@AfterEach
	void close() {
		this.end.countDown();
		this.store.close();
	}

	@Test
	void firstRefusalCounts() {
		assertThat(refusal(rule("first", Optional.empty()), rule("second", Optional.of("Second.")),
				rule("third", Optional.of("Third."))))
			.contains("Second.");
		assertThat(count("frontline.messages.rejected", "second")).isEqualTo(1);
		assertThat(this.meters.find("frontline.messages.rejected").counters()).hasSize(1);
	}

	@Test
	void messageIsSentIfNoRuleRefusesIt() {
		assertThat(refusal()).isEmpty();
		assertThat(refusal(rule("first", Optional.empty()))).isEmpty();
		assertThat(this.meters.getMeters()).isEmpty();
	}

	@Test
	void messageOfCustomerIsNotChecked() {
		OutgoingMessages messages = new OutgoingMessages(List.of(rule("first", Optional.of("First."))),
				(message) -> true, this.store, this.meters);
		assertThat(messages.refusal(MESSAGE)).isEmpty();
	}

	@Test
	void failureOfRuleDoesNotPreventOthers() {
		assertThat(refusal(failing(), rule("second", Optional.of("Second.")))).contains("Second.");
		assertThat(refusal(failing())).isEmpty();
		assertThat(count("frontline.messages.unchecked", "failing")).isEqualTo(2);
	}

	@Test
	void ruleIsToldThatItsRefusalIsTheAnswerUnlessItCameTooLate() {
		List<String> told = new ArrayList<>();
		assertThat(refusal(rule("first", Optional.empty(), told::add),
				rule("second", Optional.of("Second."), told::add), rule("third", Optional.of("Third."), told::add)))
			.contains("Second.");
		assertThat(told).containsExactly("second");

		assertThat(refusal(late(told::add))).isEmpty();
		assertThat(told).containsExactly("second");
	}

	@Test
	void messageIsRejectedAlsoIfTheRuleFailsAfterwards() {
		assertThat(refusal(rule("first", Optional.of("First."), (name) -> {
			throw new IllegalStateException();
		}))).contains("First.");
	}

	@Test
	void messageIsSentAfterOneSecondIfRuleHangs() {
		long start = System.nanoTime();

		assertThat(refusal(hanging())).isEmpty();

		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
		assertThat(count("frontline.messages.unchecked", "all")).isEqualTo(1);
	}

	private Optional<String> refusal(OutgoingMessageRule... rules) {
		return new OutgoingMessages(List.of(rules), (message) -> false, this.store, this.meters).refusal(MESSAGE);
	}

	private double count(String meter, String rule) {
		Counter counter = this.meters.find(meter).tag("rule", rule).counter();
		return (counter != null) ? counter.count() : 0;
	}

	private static OutgoingMessageRule rule(String name, Optional<String> refusal) {
		return rule(name, refusal, (told) -> {
		});
	}

	private static OutgoingMessageRule rule(String name, Optional<String> refusal, Consumer<String> told) {
		return rule(name, () -> refusal, told);
	}

	/** A rule that refuses the message after more than a second. */
	private OutgoingMessageRule late(Consumer<String> told) {
		OutgoingMessageRule hanging = hanging();
		return rule("late", () -> {
			hanging.refusal(MESSAGE);
			return Optional.of("Late.");
		}, told);
	}

	private static OutgoingMessageRule rule(String name, Supplier<Optional<String>> refusal, Consumer<String> told) {
		return new OutgoingMessageRule() {
			@Override
			public Optional<String> refusal(OutgoingMessage message) {
				return refusal.get();
			}

			@Override
			public void rejected(OutgoingMessage message) {
				told.accept(name);
			}

			@Override
			public String name() {
				return name;
			}
		};
	}

	private static OutgoingMessageRule failing() {
		return new OutgoingMessageRule() {
			@Override
			public Optional<String> refusal(OutgoingMessage message) {
				throw new IllegalStateException("no");
			}

			@Override
			public String name() {
				return "failing";
			}
		};
	}

	private OutgoingMessageRule hanging() {
		return (message) -> {
			try {
				this.end.await();
			}
			catch (InterruptedException ex) {
				Thread.currentThread().interrupt();
			}
			return Optional.of("Late.");
		};
	}

}
