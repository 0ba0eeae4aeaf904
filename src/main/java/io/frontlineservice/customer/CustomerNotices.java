package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Adds all {@link CustomerNotice}s to the details of a customer, above all other text,
 * where a limit of the length does not remove them. Called by {@link CustomerService}.
 * Thread-safe.
 */
final class CustomerNotices {

	private static final Logger logger = LoggerFactory.getLogger(CustomerNotices.class);

	private static final String TITLE = "Please note";

	/** The longest time that one notice may add to a request for details. */
	private static final Duration BUDGET = Duration.ofMillis(500);

	private final List<CustomerNotice> notices;

	CustomerNotices(List<CustomerNotice> notices) {
		this.notices = List.copyOf(notices);
	}

	/** Returns the card with the notices about the customer. */
	Customer on(Customer card, CrmCustomer customer, Deadline deadline) {
		List<String> texts = new ArrayList<>(0);
		for (CustomerNotice notice : this.notices) {
			try {
				notice.about(customer, deadline.within(BUDGET)).ifPresent(texts::add);
			}
			catch (RuntimeException ex) {
				logger.warn("Details are answered without a notice: {}", ex.getClass().getName());
			}
		}
		return texts.isEmpty() ? card
				: card.withDetails(Detail.withFirst(card.details(), TITLE, String.join("\n", texts)));
	}

}
