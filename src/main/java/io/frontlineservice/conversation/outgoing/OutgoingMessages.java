package io.frontlineservice.conversation.outgoing;

import io.frontlineservice.work.StoreCalls;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;

/**
 * Asks all {@link OutgoingMessageRule}s about a worker's message before Twilio publishes
 * it. Called by the conversations callback. Thread-safe.
 * <p>
 * It fails open, as Twilio does: a message that a rule cannot check in time is sent. Such
 * messages are counted by {@code frontline.messages.unchecked}, rejected ones by
 * {@code frontline.messages.rejected}.
 */
@Service
public class OutgoingMessages {

	private static final Logger logger = LoggerFactory.getLogger(OutgoingMessages.class);

	/** Twilio waits 5 seconds, but the worker looks at the message meanwhile. */
	private static final Duration BUDGET = Duration.ofSeconds(1);

	/** The tag of messages that no rule could check. */
	private static final String ALL = "all";

	private final List<OutgoingMessageRule> rules;

	private final Predicate<OutgoingMessage> isExempt;

	private final StoreCalls store;

	private final MeterRegistry meters;

	@Autowired
	OutgoingMessages(List<OutgoingMessageRule> rules, ChatCustomers customers, StoreCalls store, MeterRegistry meters) {
		this(rules, customers::mayHaveWritten, store, meters);
	}

	OutgoingMessages(List<OutgoingMessageRule> rules, Predicate<OutgoingMessage> isExempt, StoreCalls store,
			MeterRegistry meters) {
		this.rules = List.copyOf(rules);
		this.isExempt = isExempt;
		this.store = store;
		this.meters = meters;
	}

	/**
	 * Returns why a worker's message must not be sent, as a sentence for the worker;
	 * empty if it may be sent, or if that cannot be determined within a second.
	 */
	public Optional<String> refusal(OutgoingMessage message) {
		if (this.rules.isEmpty()) {
			return Optional.empty();
		}
		try {
			Optional<Refusal> refusal = this.store.within(BUDGET, () -> firstRefusal(message));
			refusal.ifPresent((it) -> tell(it.rule(), message));
			return refusal.map(Refusal::reason);
		}
		catch (DataAccessException ex) {
			countUnchecked(ALL, ex);
			return Optional.empty();
		}
	}

	/** The message is rejected in any case. */
	private void tell(OutgoingMessageRule rule, OutgoingMessage message) {
		try {
			this.store.within(BUDGET, () -> {
				rule.rejected(message);
				return true;
			});
		}
		catch (RuntimeException ex) {
			logger.warn("The rule {} failed after it rejected a message: {}", rule.name(), ex.getClass().getName());
		}
	}

	private Optional<Refusal> firstRefusal(OutgoingMessage message) {
		return this.isExempt.test(message) ? Optional.empty() : refusalOfRule(message);
	}

	/**
	 * A rule that cannot read the store does not prevent the others. If none refuses, the
	 * store may be asked again.
	 */
	private Optional<Refusal> refusalOfRule(OutgoingMessage message) {
		DataAccessException failure = null;
		for (OutgoingMessageRule rule : this.rules) {
			Optional<String> refusal = Optional.empty();
			try {
				refusal = refusal(rule, message);
			}
			catch (DataAccessException ex) {
				failure = ex;
			}
			if (refusal.isPresent()) {
				countRejected(rule);
				return refusal.map((reason) -> new Refusal(rule, reason));
			}
		}
		if (failure != null) {
			throw failure;
		}
		return Optional.empty();
	}

	private Optional<String> refusal(OutgoingMessageRule rule, OutgoingMessage message) {
		try {
			return rule.refusal(message);
		}
		catch (DataAccessException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			countUnchecked(rule.name(), ex);
			return Optional.empty();
		}
	}

	private void countRejected(OutgoingMessageRule rule) {
		Counter.builder("frontline.messages.rejected")
			.description("Messages of workers that a rule rejected")
			.tag("rule", rule.name())
			.register(this.meters)
			.increment();
	}

	private void countUnchecked(String rule, RuntimeException failure) {
		logger.warn("A worker's message was sent without the check of {}: {}", rule, failure.getClass().getName());
		Counter.builder("frontline.messages.unchecked")
			.description("Messages of workers that were sent although a rule could not be checked")
			.tag("rule", rule)
			.register(this.meters)
			.increment();
	}

	/**
	 * Why a message must not be sent.
	 *
	 * @param rule the rule that refuses it
	 * @param reason a sentence for the worker
	 */
	private record Refusal(OutgoingMessageRule rule, String reason) {
	}

}
