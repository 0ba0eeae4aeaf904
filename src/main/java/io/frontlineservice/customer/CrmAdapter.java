package io.frontlineservice.customer;

import io.frontlineservice.address.Address;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The port to a CRM. Called by {@link CustomerService} through the guard of package
 * {@code crm}; implemented once for each CRM.
 * <p>
 * Implementations are thread-safe and never return null. Their list has one order, the
 * same for every call, in which no two customers have the same place. They search and
 * filter; the caller decides again whether a worker may see what they return. A CRM that
 * cannot answer is a {@link CrmUnavailableException}, never an empty answer; if only one
 * worker is refused, it is a {@link CrmAccessException}. What a CRM can do beyond that,
 * an adapter declares: {@link CrmCapability} says what the service does without it. Every
 * adapter passes {@code CrmAdapterContract}.
 */
public interface CrmAdapter {

	/** The most customers that {@link #byAddress} returns. */
	int MOST_AT_ONE_ADDRESS = 20;

	/**
	 * Returns what this CRM can do. The answer may change while the service runs.
	 */
	Set<CrmCapability> capabilities();

	/**
	 * Whether this adapter can be called. Until then calls are refused, and readiness is
	 * out of service. Once true, it stays true: an outage of the CRM is a
	 * {@link CrmUnavailableException}. Answered from memory.
	 */
	default boolean isReady() {
		return true;
	}

	/** Whether this CRM can do that. */
	default boolean can(CrmCapability capability) {
		return capabilities().contains(capability);
	}

	/**
	 * Returns whether the service keeps the answers of this CRM in memory. The answer
	 * never changes. With {@link CrmCaching#ANSWERS}, {@link #list}, {@link #byId} and
	 * {@link #byAddress} return all owners of each customer, because an owner that is
	 * missing in the newest answer does not see the customer in older ones.
	 */
	default CrmCaching caching() {
		return CrmCaching.NONE;
	}

	/**
	 * Returns this CRM as that worker sees it, for requests of the worker. By default it
	 * is this CRM itself, which is the same for all workers. A CRM that has rules of its
	 * own for each user returns less or the same, never more; what the worker may see of
	 * that is decided by the caller even so. Calls that no worker asked for, such as the
	 * look-up of an inbound message, are made without this. Answered from memory.
	 */
	default CrmAdapter actingAs(Worker worker) {
		return this;
	}

	/**
	 * Returns customers of that audience that match a search, in order.
	 * <p>
	 * The same cursor with another limit begins with the same customers, as long as the
	 * CRM's customers do not change. A page that is not the last has at least one
	 * customer.
	 * @param audience the owners of the customers to list
	 * @param search words to look for, as the worker typed them; blank for all customers
	 * @param cursor where to continue: {@link CrmPage#next} of a page with the same
	 * audience and search, or {@link #cursorAfter} a customer; null for the beginning. A
	 * cursor that this adapter cannot have made is the end of the list.
	 * @param limit the most customers to return, 1 or more. An adapter returns fewer
	 * where its CRM has smaller pages.
	 * @param deadline when the answer must be there
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline);

	/**
	 * Returns the customer with that id, regardless of owner; empty if it does not exist.
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline);

	/**
	 * Returns the customers with that address, regardless of owner, in the order of the
	 * list, and at most {@link #MOST_AT_ONE_ADDRESS} of them.
	 * <p>
	 * A number is the same for SMS and for WhatsApp, however the CRM or WhatsApp writes
	 * it: see {@link Address#comparableNumber}. A chat identity and a user id of WhatsApp
	 * are compared case-sensitively. An address that is none of these finds no customer:
	 * see {@link Address#reachesSameAs}.
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	List<CrmCustomer> byAddress(Address address, Deadline deadline);

	/**
	 * Returns a cursor that continues after that customer. It is made of the customer
	 * alone, so it is valid for every instance, and also when the customer is gone.
	 * Called only with {@link CrmCapability#PAGING_AFTER_CUSTOMER}.
	 */
	default String cursorAfter(CrmCustomer customer) {
		throw new UnsupportedOperationException("This CRM cannot continue after a customer");
	}

	/**
	 * Returns a summary of all customers; empty if the CRM would have to be read for it.
	 * Called when the service has started, and by operators, never for a callback.
	 */
	default Optional<CustomerSummary> summary() {
		return Optional.empty();
	}

}
