package io.frontlineservice.template;

import io.frontlineservice.customer.ContactRules;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerNotFoundException;
import io.frontlineservice.customer.CustomerService;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Provides the messages that a worker can send to a customer, and has those remembered
 * that a content at Twilio can send. Called by the templates callback. Thread-safe.
 */
public class TemplateService {

	private final Supplier<Catalogue> catalogue;

	private final MessageContext.Defaults defaults;

	private final CustomerService customers;

	private final ContactRules rules;

	private final CategoryLimit limit;

	private final OfferedTemplates offered;

	private final Clock clock;

	TemplateService(Supplier<Catalogue> catalogue, MessageContext.Defaults defaults, CustomerService customers,
			ContactRules rules, CategoryLimit limit, OfferedTemplates offered, Clock clock) {
		this.catalogue = catalogue;
		this.defaults = defaults;
		this.customers = customers;
		this.rules = rules;
		this.limit = limit;
		this.offered = offered;
		this.clock = clock;
	}

	/**
	 * The messages that have all their values, by category. If the CRM does not have the
	 * customer, the messages that need no customer. No messages for a customer to whom
	 * workers may not write.
	 * @param customerId the customer's id; null if the other person is not a customer yet
	 * @throws CustomerNotFoundException if this worker may not see the customer
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public List<Category> templates(Worker worker, @Nullable CustomerId customerId, Deadline deadline) {
		Optional<CrmCustomer> customer = (customerId == null) ? Optional.empty()
				: this.customers.find(worker, customerId, deadline);
		if (customer.isPresent() && this.rules.refusal(customer.get(), deadline).isPresent()) {
			return List.of();
		}
		MessageContext context = new MessageContext(worker, customer.orElse(null), this.clock.instant(), this.defaults);
		RenderedCatalogue rendered = this.catalogue.get().renderWithContents(context, this.limit::isSendable);
		List<Category> answer = this.limit.fitting(rendered.categories());
		Collection<OfferedTemplate> contents = rendered.contentsIn(answer);
		if (!contents.isEmpty()) {
			this.offered.remember(worker.identity(), customer.map(CrmCustomer::id).orElse(null), contents, deadline);
		}
		return answer;
	}

}
