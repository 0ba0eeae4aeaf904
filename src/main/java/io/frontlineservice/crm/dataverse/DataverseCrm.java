package io.frontlineservice.crm.dataverse;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.dataverse.CustomerPages.Page;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.search.TypedSearch;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers in Dataverse. Called by the guard of package {@code crm}. Thread-safe.
 */
final class DataverseCrm implements CrmAdapter {

	/** Limits the size of an answer; the app asks for fewer. */
	private static final int LARGEST_PAGE = 200;

	/** How many rows with similar numbers are compared. */
	private static final int CANDIDATES = 100;

	private final DataverseApi api;

	private final DataverseSettings settings;

	private final CustomerTable table;

	private final DataverseUsers users;

	private final CustomerOwners owners;

	private final CustomerRecords records;

	private final CustomerQueries queries;

	private final CustomerConditions conditions;

	private final CustomerPages pages;

	DataverseCrm(DataverseSettings settings, DataverseApi api, AddressReader addresses, Ticker ticker) {
		this.api = api;
		this.settings = settings;
		this.table = CustomerTable.of(settings);
		this.users = new DataverseUsers(api, settings, ticker);
		this.owners = new CustomerOwners(this.table.fields().names(CustomerField.WORKER), this.users, settings);
		this.records = new CustomerRecords(this.table, addresses, this.owners);
		this.queries = new CustomerQueries(this.table, this.records.columns());
		this.conditions = new CustomerConditions(this.table, settings.e164Column());
		this.pages = new CustomerPages(api, this.table, this.queries);
	}

	/**
	 * Reads customers as another user; users and owners still as the application user.
	 */
	private DataverseCrm(DataverseCrm crm, DataverseApi api) {
		this.api = api;
		this.settings = crm.settings;
		this.table = crm.table;
		this.users = crm.users;
		this.owners = crm.owners;
		this.records = crm.records;
		this.queries = crm.queries;
		this.conditions = crm.conditions;
		this.pages = new CustomerPages(api, crm.table, crm.queries);
	}

	@Override
	public CrmAdapter actingAs(Worker worker) {
		return this.settings.actsAsWorkers() ? new DataverseCrm(this,
				this.api.actingAs((deadline) -> this.users.objectIdOf(worker.identities(), deadline))) : this;
	}

	/** Returns the names of the columns that the queries read. */
	Set<String> columns() {
		return this.records.columns();
	}

	/** Returns which user is which worker. */
	DataverseUsers users() {
		return this.users;
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
		Optional<TypedSearch> parsed = TypedSearch.of(search).filter(this.conditions::canSearch);
		if ((cursor != null && after.isEmpty()) || parsed.isEmpty()) {
			return CrmPage.EMPTY;
		}
		List<String> filter = new ArrayList<>(this.conditions.matches(parsed.get()));
		if (!audience.all()) {
			String owners = this.owners.condition(audience, deadline);
			if (owners.isEmpty()) {
				return CrmPage.EMPTY;
			}
			filter.add(0, owners);
		}
		Page page = this.pages.read(filter, after.orElse(null), Math.min(limit, LARGEST_PAGE), deadline);
		PageCursor next = page.next();
		return new CrmPage(this.records.customers(page.rows(), deadline), (next != null) ? next.toText() : null);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		String id = customerId.value();
		if (!RowId.isId(id)) {
			return Optional.empty();
		}
		String query = this.queries.of(List.of(this.queries.hasId(id)));
		return this.records.customers(this.api.query(query, 1, deadline).rows(), deadline)
			.stream()
			.filter((it) -> it.id().equals(customerId))
			.findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		String condition = this.conditions.hasAddress(address);
		if (condition.isEmpty()) {
			return List.of();
		}
		List<Map<String, Object>> rows = this.api.query(this.queries.of(List.of(condition)), CANDIDATES, deadline)
			.rows()
			.stream()
			.filter((row) -> this.records.hasAddress(row, address))
			.limit(MOST_AT_ONE_ADDRESS)
			.toList();
		return this.records.customers(rows, deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return PageCursor.of(customer).toText();
	}

}
