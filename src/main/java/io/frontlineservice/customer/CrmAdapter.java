package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The port behind which a CRM stands. Called by {@link CustomerService} through the guard
 * of room {@code crm}; implemented once for each CRM.
 * <p>
 * Implementations are thread-safe and return nothing that is null. They have one order of
 * customers, the same for every call, by name where the CRM can; no two customers have
 * the same place in it. They search and filter; whether a worker may see what they return
 * is decided again by the caller. A CRM that cannot answer is a
 * {@link CrmUnavailableException}, never an empty answer. Every adapter passes
 * {@code CrmAdapterContract}.
 */
public interface CrmAdapter {

	/** How many customers {@link #byAddress} returns at the most. */
	int MOST_AT_ONE_ADDRESS = 20;

	/**
	 * Customers of that audience that match a search, in order.
	 * @param audience whose customers to list
	 * @param search words to look for, as the worker typed them; empty for all customers
	 * @param cursor where to go on, as {@link #cursorAfter} gave it; null for the
	 * beginning. One that this adapter cannot have given is the end of the list.
	 * @param limit how many customers at the most, 1 or more
	 * @param deadline by when to have answered
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline);

	/**
	 * The customer with that id, whosever it is; empty if the CRM has none.
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline);

	/**
	 * All customers who can be reached at that address, whosever they are, in the
	 * adapter's order and at the most {@link #MOST_AT_ONE_ADDRESS} of them. A number is
	 * the same for SMS and for WhatsApp, however the CRM or WhatsApp writes it: see
	 * {@link Address#comparableNumber}. A chat identity is the same to the letter. See
	 * {@link Address#reachesSameAs}: what is no address is nobody's.
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	List<CrmCustomer> byAddress(Address address, Deadline deadline);

	/**
	 * A cursor that goes on after that customer. It is made of the customer alone, so it
	 * holds for every instance, and also when the customer is gone.
	 */
	String cursorAfter(CrmCustomer customer);

	/** Whether every call is answered from memory, so that none can be late. */
	default boolean inMemory() {
		return false;
	}

}
