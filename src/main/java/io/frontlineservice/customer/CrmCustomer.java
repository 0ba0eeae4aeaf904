package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the CRM describes it: the part that the app shows, and the rest. Created
 * by CRM adapters. Only {@link #card()} reaches the app. Immutable.
 *
 * @param card the part that the app shows
 * @param owners the identities of the workers who own the customer, as the CRM writes
 * them; {@link #EVERYONE} among them stands for every worker
 * @param emails e-mail addresses
 * @param company the company of the customer
 * @param language the language of the customer, as a language tag such as {@code de-AT}
 * @param updatedAt when the CRM last changed the customer
 * @param attributes all other fields of the CRM, by name: texts, booleans, and numbers as
 * the texts that the CRM has
 */
public record CrmCustomer(Customer card, Set<WorkerIdentity> owners, List<String> emails, @Nullable String company,
		@Nullable String language, @Nullable Instant updatedAt, Map<String, Object> attributes) {

	/** The owner that stands for every worker. */
	public static final WorkerIdentity EVERYONE = WorkerIdentity.of("*");

	public CrmCustomer {
		owners = Set.copyOf(owners);
		emails = List.copyOf(emails);
		attributes = Map.copyOf(attributes);
	}

	/** Returns the id of the customer in the CRM. */
	public CustomerId id() {
		return new CustomerId(this.card.customerId());
	}

	/** Returns the name that the app shows. */
	public String name() {
		return this.card.displayName();
	}

	/** Returns an attribute as text; null if the customer does not have it. */
	public @Nullable String text(String attribute) {
		Object value = this.attributes.get(attribute);
		return (value != null) ? value.toString() : null;
	}

	/** Returns the channels of the customer, or an empty list. */
	public List<Channel> channels() {
		return (this.card.channels() != null) ? this.card.channels() : List.of();
	}

}
