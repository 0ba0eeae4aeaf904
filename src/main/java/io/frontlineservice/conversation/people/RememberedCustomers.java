package io.frontlineservice.conversation.people;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.participant.KnownIdentities;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Finds the customer who is a person without a number by earlier conversations, because
 * most CRMs know people by number alone. Called by {@link CustomerMatcher} if the CRM
 * finds no customer with the address. Thread-safe.
 */
@Component
public class RememberedCustomers {

	/** If the store is slow, enough time must be left to answer without it. */
	private static final Duration LONGEST_CALL = Duration.ofSeconds(2);

	private final KnownIdentities identities;

	private final CrmAdapter crm;

	private final StoreCalls store;

	RememberedCustomers(KnownIdentities identities, CrmAdapter crm, StoreCalls store) {
		this.identities = identities;
		this.crm = crm;
		this.store = store;
	}

	/**
	 * Returns the customer; empty if none is remembered, if the CRM does not have the
	 * customer any more, or if the address has a number.
	 * @param linked the customer that the participant's attributes name, who is preferred
	 * to the remembered one; may be null
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	Optional<CrmCustomer> find(Address address, @Nullable CustomerId linked, Deadline deadline) {
		if (!address.isIdentity()) {
			return Optional.empty();
		}
		Optional<CustomerId> customerId = (linked != null) ? Optional.of(linked) : remembered(address, deadline);
		return customerId.flatMap((id) -> this.crm.byId(id, deadline));
	}

	/** If the store fails, the person is shown without a name until a settlement. */
	private Optional<CustomerId> remembered(Address address, Deadline deadline) {
		try {
			return this.store.within(deadline.within(LONGEST_CALL).remaining(), () -> this.identities.find(address));
		}
		catch (DataAccessException ex) {
			return Optional.empty();
		}
	}

	/** Stores which customer a person without a number is, unless the store fails. */
	public void remember(Address address, CustomerId customerId, Deadline deadline) {
		try {
			this.store.within(deadline.within(LONGEST_CALL).remaining(), () -> {
				this.identities.learn(address, customerId);
				return true;
			});
		}
		catch (DataAccessException | TransactionException ex) {
			// The next settlement with a customer stores it again.
		}
	}

}
