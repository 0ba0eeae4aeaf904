package io.frontlineservice.sandbox;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The first customers of the CRM, regardless of owner. Taken by {@link CustomerOwners}.
 * Immutable.
 *
 * @param customers the customers, in the order of the CRM
 * @param complete whether these are all customers of the CRM
 */
public record CustomerSample(List<CrmCustomer> customers, boolean complete) {

	public CustomerSample {
		customers = List.copyOf(customers);
	}

	/**
	 * Returns a customer that this audience may see, with a number if there is one.
	 */
	public Optional<CrmCustomer> seenBy(Audience audience) {
		return first((it) -> audience.maySee(it) && hasNumber(it)).or(() -> first(audience::maySee));
	}

	/** Returns a customer that this audience may not see. */
	public Optional<CrmCustomer> hiddenFrom(Audience audience) {
		return first((it) -> !audience.maySee(it));
	}

	/** Returns how many of these customers each owner has, the most first. */
	Map<WorkerIdentity, Integer> owners() {
		Map<WorkerIdentity, Integer> counts = new LinkedHashMap<>();
		this.customers.stream()
			.flatMap((it) -> it.owners().stream())
			.filter((it) -> !it.equals(CrmCustomer.EVERYONE))
			.forEach((it) -> counts.merge(it, 1, Integer::sum));
		Map<WorkerIdentity, Integer> sorted = new LinkedHashMap<>();
		counts.entrySet()
			.stream()
			.sorted(Map.Entry.<WorkerIdentity, Integer>comparingByValue().reversed())
			.forEach((it) -> sorted.put(it.getKey(), it.getValue()));
		return sorted;
	}

	private Optional<CrmCustomer> first(Predicate<CrmCustomer> condition) {
		return this.customers.stream().filter(condition).findFirst();
	}

	private static boolean hasNumber(CrmCustomer customer) {
		return customer.channels().stream().anyMatch((it) -> it.type().hasNumber());
	}

}
