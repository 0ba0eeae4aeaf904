package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
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
 * @param age if the CRM does not answer now, how long ago it described the customer so;
 * null for a current description. Set by package {@code crm}
 */
public record CrmCustomer(Customer card, Set<WorkerIdentity> owners, List<String> emails, @Nullable String company,
		@Nullable String language, @Nullable Instant updatedAt, Map<String, Object> attributes,
		@Nullable Duration age) {

	/** The owner that stands for every worker. */
	public static final WorkerIdentity EVERYONE = WorkerIdentity.of("*");

	public CrmCustomer {
		owners = Set.copyOf(owners);
		emails = List.copyOf(emails);
		attributes = Map.copyOf(attributes);
	}

	/** Creates a customer as the CRM describes it now. */
	public CrmCustomer(Customer card, Set<WorkerIdentity> owners, List<String> emails, @Nullable String company,
			@Nullable String language, @Nullable Instant updatedAt, Map<String, Object> attributes) {
		this(card, owners, emails, company, language, updatedAt, attributes, null);
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

	/** Returns the same customer with other owners. */
	public CrmCustomer withOwners(Set<WorkerIdentity> others) {
		return new CrmCustomer(this.card, others, this.emails, this.company, this.language, this.updatedAt,
				this.attributes, this.age);
	}

	/** Returns the same customer as an old description. */
	public CrmCustomer ofAge(Duration time) {
		return new CrmCustomer(this.card, this.owners, this.emails, this.company, this.language, this.updatedAt,
				this.attributes, time);
	}

}
