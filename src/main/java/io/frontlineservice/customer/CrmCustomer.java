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
 * @param avatarLifetime how old a description may be for its picture to be shown, because
 * the CRM ends the URL after some time; null for a URL that does not end
 */
public record CrmCustomer(Customer card, Set<WorkerIdentity> owners, List<String> emails, @Nullable String company,
		@Nullable String language, @Nullable Instant updatedAt, Map<String, Object> attributes, @Nullable Duration age,
		@Nullable Duration avatarLifetime) {

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
		this(card, owners, emails, company, language, updatedAt, attributes, null, null);
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
				this.attributes, this.age, this.avatarLifetime);
	}

	/**
	 * Returns the same customer as an old description, without a picture that has ended.
	 */
	public CrmCustomer ofAge(Duration time) {
		Customer shown = avatarHasEnded(time) ? this.card.withoutAvatar() : this.card;
		return new CrmCustomer(shown, this.owners, this.emails, this.company, this.language, this.updatedAt,
				this.attributes, time, this.avatarLifetime);
	}

	/**
	 * Returns the same customer, whose picture is shown only for that time. Called by
	 * adapters.
	 */
	public CrmCustomer withAvatarFor(Duration lifetime) {
		return new CrmCustomer(this.card, this.owners, this.emails, this.company, this.language, this.updatedAt,
				this.attributes, this.age, lifetime);
	}

	/**
	 * Returns the same customer as a description of that age, which still counts as
	 * current, without a picture that has ended.
	 */
	public CrmCustomer withAvatarAfter(Duration time) {
		return !avatarHasEnded(time) ? this : new CrmCustomer(this.card.withoutAvatar(), this.owners, this.emails,
				this.company, this.language, this.updatedAt, this.attributes, this.age, this.avatarLifetime);
	}

	private boolean avatarHasEnded(Duration time) {
		return this.avatarLifetime != null && time.compareTo(this.avatarLifetime) >= 0;
	}

	/**
	 * Returns the URL of the picture for use at any time later; null if there is none, or
	 * if the URL ends.
	 */
	public @Nullable String lastingAvatar() {
		return (this.avatarLifetime == null) ? this.card.avatar() : null;
	}

}
