package io.frontlineservice.template;

import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * The port that remembers which messages with a content at Twilio were offered. Called by
 * {@link TemplateService} while a callback waits; implemented by package
 * {@code delivery}. Implementations are thread-safe, never throw, and return by the
 * deadline.
 */
@FunctionalInterface
public interface OfferedTemplates {

	/**
	 * Remembers messages for 24 hours.
	 * @param author the worker whom they were offered to
	 * @param customerId the customer they are for; null if the person is not a customer
	 */
	void remember(WorkerIdentity author, @Nullable CustomerId customerId, Collection<OfferedTemplate> templates,
			Deadline deadline);

}
