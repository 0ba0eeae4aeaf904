package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.search.TypedSearch;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers in Salesforce. A page of the list starts after the name and id of the last
 * customer, so changes meanwhile neither skip nor repeat others. Called by the guard of
 * package {@code crm}. Thread-safe.
 */
final class SalesforceCrm implements CrmAdapter {

	/** Limits the size of an answer; the app asks for fewer. */
	private static final int LARGEST_PAGE = 200;

	private final SalesforceApi api;

	private final SalesforceSettings settings;

	private final SalesforceUsers users;

	private final CustomerOwners owners;

	private final CustomerRecords records;

	private final CustomerQueries queries;

	private final AddressLookUp lookUp;

	SalesforceCrm(SalesforceSettings settings, SalesforceApi api, AddressReader addresses, Ticker ticker) {
		CustomerObject object = CustomerObject.of(settings);
		this.api = api;
		this.settings = settings;
		this.users = new SalesforceUsers(api, settings, ticker);
		this.owners = new CustomerOwners(this.users, settings.sharedOwners());
		this.records = new CustomerRecords(object, addresses, this.owners);
		this.queries = new CustomerQueries(object, this.records.fieldNames());
		this.lookUp = new AddressLookUp(api, this.queries, this.records, settings.e164Field());
	}

	/** Reads customers as another user; users and owners still as that of the service. */
	private SalesforceCrm(SalesforceCrm crm, SalesforceApi api) {
		this.api = api;
		this.settings = crm.settings;
		this.users = crm.users;
		this.owners = crm.owners;
		this.records = crm.records;
		this.queries = crm.queries;
		this.lookUp = new AddressLookUp(api, this.queries, this.records, this.settings.e164Field());
	}

	@Override
	public CrmAdapter actingAs(Worker worker) {
		return this.settings.actsAsWorkers() ? new SalesforceCrm(this,
				this.api.actingAs((deadline) -> this.users.usernameOf(worker.identities(), deadline))) : this;
	}

	/** Returns the names of the fields that the queries read. */
	Set<String> fieldNames() {
		return this.records.fieldNames();
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return Set.of(CrmCapability.ALPHABETICAL_ORDER, CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP,
				CrmCapability.PAGING_AFTER_CUSTOMER);
	}

	@Override
	public CrmCaching caching() {
		return CrmCaching.ANSWERS;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		Optional<PageCursor> after = Optional.ofNullable(cursor).flatMap(PageCursor::ofText);
		Optional<TypedSearch> parsed = TypedSearch.of(search);
		if ((cursor != null && after.isEmpty()) || parsed.filter(this.queries::canSearch).isEmpty()) {
			return CrmPage.EMPTY;
		}
		Set<String> ownerIds = audience.all() ? null : this.owners.idsOf(audience.owners(), deadline);
		if (ownerIds != null && ownerIds.isEmpty()) {
			return CrmPage.EMPTY;
		}
		int size = Math.min(limit, LARGEST_PAGE);
		// One more than the page has shows whether there are further pages.
		String query = this.queries.page(ownerIds, parsed.get(), after.orElse(null), size + 1);
		return page(this.api.query(query, deadline), after.orElse(null), size, deadline);
	}

	private CrmPage page(SalesforceApi.Rows found, @Nullable PageCursor after, int size, Deadline deadline) {
		List<Map<String, Object>> rows = found.rows();
		boolean more = rows.size() > size || !found.complete();
		List<CrmCustomer> customers = this.records.customers(rows.subList(0, Math.min(size, rows.size())), deadline);
		if (after != null && customers.stream().anyMatch((it) -> it.id().value().equals(after.id()))) {
			// Its order would not fit its comparisons, and customers could be missing.
			throw new CrmUnavailableException("Salesforce returned the customer after which a page starts", null);
		}
		return new CrmPage(customers,
				(more && !customers.isEmpty()) ? cursorAfter(customers.get(customers.size() - 1)) : null);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		String id = customerId.value();
		if (!SalesforceId.isRecord(id)) {
			return Optional.empty();
		}
		// Salesforce may find an id regardless of case.
		return this.api.find(this.queries.byId(id), deadline)
			.map((found) -> this.records.customers(found.rows(), deadline))
			.flatMap((found) -> found.stream().filter((it) -> it.id().equals(customerId)).findFirst());
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		List<Map<String, Object>> found = this.lookUp.find(address, deadline);
		return this.records.customers(found.subList(0, Math.min(found.size(), MOST_AT_ONE_ADDRESS)), deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return PageCursor.of(customer).toText();
	}

}
