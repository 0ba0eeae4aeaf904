package io.frontlineservice.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a CRM knows one: what the app may show, and what it must not. Made by CRM
 * adapters; only {@link #card()} ever reaches the wire. Immutable.
 *
 * @param card the customer as the app shows one
 * @param owners identities of the workers whose customer this is, in lower case;
 * {@link #EVERYONE} among them means every worker
 * @param emails e-mail addresses
 * @param company the company the customer belongs to
 * @param language language tag of the language the customer speaks
 * @param updatedAt when the CRM last changed this customer
 * @param attributes whatever else the CRM has, by name
 */
public record CrmCustomer(Customer card, Set<String> owners, List<String> emails, @Nullable String company,
		@Nullable String language, @Nullable Instant updatedAt, Map<String, String> attributes) {

	/** The owner that stands for every worker. */
	public static final String EVERYONE = "*";

	public CrmCustomer {
		owners = Set.copyOf(owners);
		emails = List.copyOf(emails);
		attributes = Map.copyOf(attributes);
	}

	public String id() {
		return this.card.customerId();
	}

	public String name() {
		return this.card.displayName();
	}

	/** Where the customer can be written to. */
	public List<Channel> channels() {
		return (this.card.channels() != null) ? this.card.channels() : List.of();
	}

}
