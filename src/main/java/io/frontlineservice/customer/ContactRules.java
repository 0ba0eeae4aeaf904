package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.Deadline;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port that says whether workers may write to a customer: opt-outs, consent and quiet
 * hours. Called by {@code TemplateService} and {@code OutgoingConversations}; implemented
 * by package {@code consent}.
 * <p>
 * Implementations are thread-safe. A callback waits for them, so they answer or throw by
 * the deadline. A reason is a sentence for the worker, without numbers or message texts.
 */
public interface ContactRules {

	/** No rules: workers may write to everyone. */
	ContactRules NONE = new ContactRules() {
		@Override
		public Optional<String> refusal(CrmCustomer customer, Deadline deadline) {
			return Optional.empty();
		}

		@Override
		public Optional<String> refusalToBegin(CrmCustomer customer, Address to, @Nullable Address from,
				Deadline deadline) {
			return Optional.empty();
		}
	};

	/**
	 * Returns why workers may not write to the customer at all, at any time; empty if
	 * they may.
	 * @throws RuntimeException if this cannot be determined
	 */
	Optional<String> refusal(CrmCustomer customer, Deadline deadline);

	/**
	 * Returns why a worker may not begin a conversation with the customer now; empty if
	 * the worker may.
	 * @param to the customer's address
	 * @param from the sender; null if none is chosen yet
	 * @throws RuntimeException if this cannot be determined
	 */
	Optional<String> refusalToBegin(CrmCustomer customer, Address to, @Nullable Address from, Deadline deadline);

}
