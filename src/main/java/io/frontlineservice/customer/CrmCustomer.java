package io.frontlineservice.customer;

import io.frontlineservice.worker.Worker;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A customer as a CRM knows one: what the app may show, and what it must not. Made by CRM
 * adapters; only {@link #card()} ever reaches the wire. Immutable.
 *
 * @param card the customer as the app shows one
 * @param ownerSpellings the identities of the workers whose customer this is, as the CRM
 * writes them, by the same in lower case; see {@link #spellings}
 * @param emails e-mail addresses
 * @param company the company the customer belongs to
 * @param language language tag of the language the customer speaks
 * @param updatedAt when the CRM last changed this customer
 * @param attributes whatever else the CRM has, by name: texts, numbers as the texts that
 * the CRM has, and booleans
 */
public record CrmCustomer(Customer card, Map<String, String> ownerSpellings, List<String> emails,
		@Nullable String company, @Nullable String language, @Nullable Instant updatedAt,
		Map<String, Object> attributes) {

	/** The owner that stands for every worker. */
	public static final String EVERYONE = "*";

	public CrmCustomer {
		ownerSpellings = Map.copyOf(ownerSpellings);
		emails = List.copyOf(emails);
		attributes = Map.copyOf(attributes);
	}

	/** A customer of those owners, who are written as the CRM writes them. */
	public CrmCustomer(Customer card, Collection<String> owners, List<String> emails, @Nullable String company,
			@Nullable String language, @Nullable Instant updatedAt, Map<String, ?> attributes) {
		this(card, spellings(owners), emails, company, language, updatedAt, Map.copyOf(attributes));
	}

	/**
	 * Those identities by the form in which they are compared; of two that are the same,
	 * the one that is first by alphabet.
	 */
	public static Map<String, String> spellings(Collection<String> identities) {
		Map<String, String> spellings = new HashMap<>();
		identities.stream().sorted().forEach((identity) -> spellings.putIfAbsent(Worker.key(identity), identity));
		return spellings;
	}

	/**
	 * The identities of the workers whose customer this is, in lower case, for comparing;
	 * {@link #EVERYONE} among them means every worker.
	 */
	public Set<String> owners() {
		return this.ownerSpellings.keySet();
	}

	public String id() {
		return this.card.customerId();
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
