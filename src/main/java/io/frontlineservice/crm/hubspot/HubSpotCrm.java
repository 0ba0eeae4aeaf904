package io.frontlineservice.crm.hubspot;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.hubspot.ContactSearch.FilterGroup;
import io.frontlineservice.crm.hubspot.ContactSearch.Sort;
import io.frontlineservice.crm.hubspot.ContactWindow.Page;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.OwnerDirectory;
import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The contacts of a HubSpot account as customers. Called by the guard of package
 * {@code crm}. Thread-safe.
 */
final class HubSpotCrm implements CrmAdapter {

	/** Other texts are ids of no contact. */
	private static final Pattern ID = Pattern.compile("[1-9]\\d{0,18}");

	/** A search has at most 3,000 characters, with the filters and the properties. */
	private static final int LONGEST_QUERY = 200;

	private final HubSpotApi api;

	private final ContactPages pages;

	private final OwnerDirectory owners;

	private final Ownership ownership;

	private final CustomerMapper mapper;

	private final PhoneFilter phones;

	private final List<String> properties;

	private final List<Sort> order;

	HubSpotCrm(HubSpotApi api, HubSpotSettings settings, AddressReader addresses) {
		FieldMapping fields = HubSpotFields.of(settings);
		this.api = api;
		this.pages = new ContactPages(api);
		this.owners = new OwnerDirectory(api::owners, System::nanoTime);
		this.ownership = new Ownership(fields.names(CustomerField.WORKER), settings.sharedOwners(),
				settings.withoutOwner());
		this.mapper = new CustomerMapper(fields, addresses);
		this.phones = new PhoneFilter(fields, addresses);
		this.properties = HubSpotFields.properties(this.mapper.fieldNames());
		this.order = List.of(Sort.ascending(settings.sortBy()));
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return Set.of(CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP);
	}

	@Override
	public CrmCaching caching() {
		return CrmCaching.ANSWERS;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		boolean isForAll = Search.isForAll(search);
		if (!isForAll && (search.length() > LONGEST_QUERY || Search.of(search).findsNoCustomer())) {
			return CrmPage.EMPTY;
		}
		String query = isForAll ? null : this.phones.query(search);
		List<ContactSearch> parts = filters(audience, deadline).stream().map((part) -> search(part, query)).toList();
		Page page = ListPlace.of(cursor)
			.filter((place) -> place.part() < parts.size())
			.map((place) -> this.pages.read(parts, place, limit, deadline))
			.orElse(Page.END);
		return new CrmPage(customers(page.contacts(), deadline), (page.next() != null) ? page.next().cursor() : null);
	}

	/** All contacts are one part without filters. */
	private List<List<FilterGroup>> filters(Audience audience, Deadline deadline) {
		return audience.all() ? List.of(List.of())
				: OwnerFilters.of(audience, this.ownership, this.owners.index(deadline));
	}

	private ContactSearch search(List<FilterGroup> filters, @Nullable String query) {
		return new ContactSearch(filters, this.order, this.properties, query, ContactSearch.MOST_ROWS, null);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		if (!ID.matcher(customerId.value()).matches()) {
			return Optional.empty();
		}
		return this.api.contact(customerId, this.properties, deadline)
			.map((contact) -> customers(List.of(contact), deadline).get(0));
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		List<FilterGroup> filters = this.phones.of(address);
		if (filters.isEmpty()) {
			return List.of();
		}
		List<Map<String, Object>> found = this.api.search(search(filters, null), deadline)
			.contacts()
			.stream()
			.filter((contact) -> this.mapper.hasAddress(CrmRecord.of(contact), address))
			.limit(MOST_AT_ONE_ADDRESS)
			.toList();
		return customers(found, deadline);
	}

	private List<CrmCustomer> customers(List<Map<String, Object>> contacts, Deadline deadline) {
		if (contacts.isEmpty()) {
			return List.of();
		}
		OwnerIndex index = this.owners.index(deadline);
		return contacts.stream()
			.map((contact) -> CrmRecord.of(this.ownership.identified(contact, index)))
			.map((contact) -> this.mapper.map(contact).customer())
			.toList();
	}

}
