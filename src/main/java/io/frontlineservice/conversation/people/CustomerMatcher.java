package io.frontlineservice.conversation.people;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/**
 * Finds the customers with an address in the CRM. Called when a conversation is named and
 * when it is settled. Thread-safe.
 * <p>
 * Several customers with the address are sorted: first those in an open conversation;
 * then those of the worker who owns the number that was written to; then by the time of
 * the last change in the CRM, the latest first; then by id.
 */
@Component
public class CustomerMatcher {

	/**
	 * If the store is slow, enough time must be left to answer without it.
	 */
	private static final Duration LONGEST_READ = Duration.ofSeconds(2);

	private final CrmAdapter crm;

	private final RememberedCustomers remembered;

	private final SenderOwners numbers;

	private final StoredGrants grants;

	private final StoreCalls store;

	CustomerMatcher(CrmAdapter crm, RememberedCustomers remembered, SenderOwners numbers, StoredGrants grants,
			StoreCalls store) {
		this.crm = crm;
		this.remembered = remembered;
		this.numbers = numbers;
		this.grants = grants;
		this.store = store;
	}

	/**
	 * Returns the customers with that address, the most likely first. A person without a
	 * number whom the CRM does not find is known again by earlier conversations.
	 * @param linked the customer that the participant's attributes name for a person
	 * without a number; may be null
	 * @param ourNumbers our numbers that were written to
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public List<CrmCustomer> matches(Address address, @Nullable CustomerId linked, Collection<Address> ourNumbers,
			Deadline deadline) {
		List<CrmCustomer> matches = this.crm.byAddress(address, deadline);
		if (matches.isEmpty()) {
			return this.remembered.find(address, linked, deadline).stream().toList();
		}
		return (matches.size() > 1) ? sorted(matches, ourNumbers, deadline) : matches;
	}

	private List<CrmCustomer> sorted(List<CrmCustomer> matches, Collection<Address> ourNumbers, Deadline deadline) {
		Set<CustomerId> inOpenConversation = inOpenConversation(matches, deadline);
		Set<WorkerIdentity> owners = new HashSet<>();
		ourNumbers.stream()
			.flatMap((number) -> this.numbers.ownersOf(number).stream())
			.map(Worker::identities)
			.forEach(owners::addAll);
		return matches.stream()
			.sorted(Comparator.comparing((CrmCustomer customer) -> !inOpenConversation.contains(customer.id()))
				.thenComparing((customer) -> customer.owners().stream().noneMatch(owners::contains))
				.thenComparing(CustomerMatcher::updatedAt, Comparator.reverseOrder())
				.thenComparing(CrmCustomer::id))
			.toList();
	}

	/** If the store fails, the other criteria decide. */
	private Set<CustomerId> inOpenConversation(List<CrmCustomer> matches, Deadline deadline) {
		try {
			return this.store.within(deadline.within(LONGEST_READ).remaining(),
					() -> this.grants.withOpenConversation(matches.stream().map(CrmCustomer::id).toList()));
		}
		catch (DataAccessException ex) {
			return Set.of();
		}
	}

	private static Instant updatedAt(CrmCustomer customer) {
		return (customer.updatedAt() != null) ? customer.updatedAt() : Instant.EPOCH;
	}

}
