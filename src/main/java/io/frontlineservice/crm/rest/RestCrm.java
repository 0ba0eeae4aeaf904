package io.frontlineservice.crm.rest;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The customers of an HTTP API that settings describe. Called by the guard of package
 * {@code crm}. Thread-safe.
 */
final class RestCrm implements CrmAdapter {

	/** A longer text is not a name, and would make the URL too long. */
	private static final int LONGEST_SEARCH = 200;

	/** More would make the URL too long; the service filters then. */
	private static final int MOST_OWNERS = 100;

	private final RestApi api;

	private final RestRequests requests;

	private final PageReader reader;

	private final CustomerRecords records;

	private final CustomerPages pages;

	private final OwnerFilter owners;

	private final boolean isAlphabetical;

	/**
	 * Creates the adapter.
	 * @param settings checked settings, also without requests
	 */
	RestCrm(RestSettings settings, RestApi api, AddressReader addresses) {
		RestSettings complete = settings.complete();
		this.api = api;
		this.requests = RestRequests.of(complete);
		this.owners = new OwnerFilter(complete);
		this.records = new CustomerRecords(complete, settings.isContract(), addresses, this.owners);
		this.reader = new PageReader(api, complete.url().base(), complete.paging());
		this.pages = new CustomerPages(this.reader, this.records);
		this.isAlphabetical = settings.alphabetical() || settings.isContract();
	}

	@Override
	public Set<CrmCapability> capabilities() {
		Set<CrmCapability> capabilities = EnumSet.of(CrmCapability.EXACT_ADDRESS_LOOKUP);
		if (this.requests.search() != null) {
			capabilities.add(CrmCapability.SEARCH);
		}
		if (this.isAlphabetical) {
			capabilities.add(CrmCapability.ALPHABETICAL_ORDER);
		}
		return capabilities;
	}

	@Override
	public CrmCaching caching() {
		return CrmCaching.ANSWERS;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		boolean isForAll = Search.isForAll(search);
		RestRequest request = isForAll ? this.requests.list() : this.requests.search();
		Optional<PagePlace> place = PagePlace.of(cursor, this.reader);
		if (request == null || place.isEmpty() || (!isForAll && !canFind(search))) {
			return CrmPage.EMPTY;
		}
		Set<String> owners = audience.all() ? Set.of() : this.owners.values(audience);
		boolean isFiltered = audience.all() || (request.has(Placeholder.OWNERS) && owners.size() <= MOST_OWNERS);
		if (isFiltered && !audience.all() && owners.isEmpty()) {
			return CrmPage.EMPTY;
		}
		PlaceholderValues values = PlaceholderValues.NONE
			.with(Placeholder.OWNERS, isFiltered ? owners : Set.<String>of())
			.with(Placeholder.SEARCH, isForAll ? "" : search.strip());
		return this.pages.read(request, values, isFiltered ? Audience.EVERYONE : audience, place.get(), limit,
				deadline);
	}

	private static boolean canFind(String search) {
		return search.length() <= LONGEST_SEARCH && !Search.of(search).findsNoCustomer();
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		if (customerId.value().isBlank()) {
			return Optional.empty();
		}
		RestRequest byId = this.requests.byId();
		return byId.with(PlaceholderValues.NONE.with(Placeholder.ID, customerId.value()))
			.flatMap((request) -> this.api.find(request, deadline))
			.flatMap((answer) -> withId(customerId, byId.records(answer)));
	}

	/** The API may understand an id with other digits or letters as this one. */
	private Optional<CrmCustomer> withId(CustomerId id, List<Map<String, Object>> found) {
		List<CrmCustomer> customers = found.stream().flatMap((it) -> this.records.customer(it).stream()).toList();
		if (customers.size() < found.size()) {
			throw CrmErrorException.unreadable();
		}
		return customers.stream().filter((customer) -> customer.id().equals(id)).findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		RestRequest request = this.requests.byAddress();
		return (request == null) ? List.of()
				: new AddressLookUp(this.api, request, this.records).find(address, deadline);
	}

}
