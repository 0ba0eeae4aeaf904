package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the CRM knows them: what the app may show, and what it must not. Created
 * by CRM adapters; only {@link #card()} reaches the wire. Immutable.
 *
 * @param card the customer as the app shows them
 * @param owners the identities of the workers who own this customer, as the CRM writes
 * them; {@link #EVERYONE} among them means every worker
 * @param emails e-mail addresses
 * @param company the company the customer belongs to
 * @param language language tag of the language the customer speaks
 * @param updatedAt when the CRM last changed this customer
 * @param attributes all further fields of the CRM, by name: texts, numbers as the texts
 * that the CRM has, and booleans
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

	public CustomerId id() {
		return new CustomerId(this.card.customerId());
	}

	public String name() {
		return this.card.displayName();
	}

	/** The text of an attribute; null if there is no such attribute. */
	public @Nullable String text(String attribute) {
		Object value = this.attributes.get(attribute);
		return (value != null) ? value.toString() : null;
	}

	/** Where the customer can be written to. */
	public List<Channel> channels() {
		return (this.card.channels() != null) ? this.card.channels() : List.of();
	}

}
