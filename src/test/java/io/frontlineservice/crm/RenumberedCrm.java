package io.frontlineservice.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A CRM that has ids of its own form, shown with the ids of the tests' customers. Other
 * ids are passed to the adapter unchanged. Used by the tests of adapters.
 */
public final class RenumberedCrm implements CrmAdapter {

	private final CrmAdapter crm;

	private final Map<String, String> toCrm;

	private final Map<String, String> toTest = new HashMap<>();

	/**
	 * Creates a CRM.
	 * @param toCrm the ids in the CRM by the ids of the tests
	 */
	public RenumberedCrm(CrmAdapter crm, Map<String, String> toCrm) {
		this.crm = crm;
		this.toCrm = toCrm;
		toCrm.forEach((test, own) -> this.toTest.put(own, test));
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return this.crm.capabilities();
	}

	@Override
	public CrmCaching caching() {
		return this.crm.caching();
	}

	@Override
	public CrmPage list(Audience audience, String search, String cursor, int limit, Deadline deadline) {
		CrmPage page = this.crm.list(audience, search, cursor, limit, deadline);
		return new CrmPage(page.customers().stream().map((it) -> renumbered(it, this.toTest)).toList(), page.next());
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		String id = this.toCrm.getOrDefault(customerId.value(), customerId.value());
		return this.crm.byId(new CustomerId(id), deadline).map((it) -> renumbered(it, this.toTest));
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return this.crm.byAddress(address, deadline).stream().map((it) -> renumbered(it, this.toTest)).toList();
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return this.crm.cursorAfter(renumbered(customer, this.toCrm));
	}

	private static CrmCustomer renumbered(CrmCustomer customer, Map<String, String> ids) {
		Customer card = customer.card();
		Customer renumbered = new Customer(ids.get(card.customerId()), card.displayName(), card.channels(),
				card.links(), card.details(), card.avatar());
		return new CrmCustomer(renumbered, customer.owners(), customer.emails(), customer.company(),
				customer.language(), customer.updatedAt(), customer.attributes());
	}

}
