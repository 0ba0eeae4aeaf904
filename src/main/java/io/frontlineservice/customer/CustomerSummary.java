package io.frontlineservice.customer;

import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/**
 * What all customers of a CRM have, counted: their owners, and the values for templates.
 * Filled by CRM adapters in one pass; compared with the worker directory and the
 * templates. Keeps nothing of a single customer. Not thread-safe while it is filled.
 */
public final class CustomerSummary {

	private final Map<WorkerIdentity, Integer> owners = new HashMap<>();

	private final Map<String, Integer> attributes = new HashMap<>();

	private int customers;

	private int withCompany;

	private int withLanguage;

	/** Returns the summary of these customers. */
	public static CustomerSummary of(Iterable<CrmCustomer> customers) {
		CustomerSummary summary = new CustomerSummary();
		customers.forEach(summary::add);
		return summary;
	}

	/**
	 * Returns a summary of what has been counted elsewhere.
	 * @param customers how many customers there are
	 * @param withCompany how many have a company
	 * @param withLanguage how many have a language
	 * @param owners how many customers each owner has
	 * @param attributes how many customers have a value for each attribute
	 */
	public static CustomerSummary ofCounts(int customers, int withCompany, int withLanguage,
			Map<WorkerIdentity, Integer> owners, Map<String, Integer> attributes) {
		CustomerSummary summary = new CustomerSummary();
		summary.customers = customers;
		summary.withCompany = withCompany;
		summary.withLanguage = withLanguage;
		summary.owners.putAll(owners);
		summary.attributes.putAll(attributes);
		return summary;
	}

	/** Adds a customer. */
	public void add(CrmCustomer customer) {
		this.customers++;
		this.withCompany += (customer.company() != null) ? 1 : 0;
		this.withLanguage += (customer.language() != null) ? 1 : 0;
		customer.owners().forEach((owner) -> this.owners.merge(owner, 1, Integer::sum));
		customer.attributes().keySet().forEach((name) -> this.attributes.merge(name, 1, Integer::sum));
	}

	/** Returns how many customers there are. */
	public int customers() {
		return this.customers;
	}

	/**
	 * Returns how many customers each owner has; without {@link CrmCustomer#EVERYONE}.
	 */
	public Map<WorkerIdentity, Integer> owners() {
		Map<WorkerIdentity, Integer> workers = new HashMap<>(this.owners);
		workers.remove(CrmCustomer.EVERYONE);
		return workers;
	}

	/** Returns how many customers have a value for each attribute. */
	public Map<String, Integer> attributes() {
		return Collections.unmodifiableMap(this.attributes);
	}

	/** Returns how many customers have a company. */
	public int withCompany() {
		return this.withCompany;
	}

	/** Returns how many customers have a language. */
	public int withLanguage() {
		return this.withLanguage;
	}

}
