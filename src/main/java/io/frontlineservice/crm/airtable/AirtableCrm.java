package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.crm.search.TypedSearch;
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
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table of Airtable as customers, read live. Called by the guard of
 * package {@code crm}. Thread-safe.
 */
final class AirtableCrm implements CrmAdapter {

	private final RecordReader reader;

	private final CustomerRecords records;

	private final CustomerFormulas formulas;

	/** All records, in the order of the list. */
	private final RecordQuery all;

	private final boolean isByName;

	AirtableCrm(AirtableApi api, AirtableSettings settings, AddressReader addresses) {
		FieldMapping fields = AirtableFields.of(settings);
		this.reader = new RecordReader(api);
		this.records = new CustomerRecords(fields, settings, addresses);
		this.formulas = new CustomerFormulas(fields,
				new Ownership(fields.names(CustomerField.WORKER), settings.sharedOwners(), settings.withoutOwner()),
				new Collaborators(settings.collaborators()));
		this.all = allRecords(settings, fields, this.records);
		this.isByName = AirtableFields.isByName(this.all.sort(), fields);
	}

	/** Returns the query for all records, in the largest pages. */
	static RecordQuery allRecords(AirtableSettings settings, FieldMapping fields, CustomerRecords records) {
		List<String> names = records.fieldNames();
		return new RecordQuery(names, null, AirtableFields.order(settings, fields), settings.view(),
				RecordQuery.LARGEST_PAGE, null, AirtableFields.areIds(names) ? true : null);
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return this.isByName
				? Set.of(CrmCapability.ALPHABETICAL_ORDER, CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP)
				: Set.of(CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP);
	}

	@Override
	public CrmCaching caching() {
		return CrmCaching.ANSWERS;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		Optional<ListPlace> place = ListPlace.of(cursor);
		Optional<String> formula = TypedSearch.of(search).flatMap((words) -> this.formulas.list(audience, words));
		if (place.isEmpty() || formula.isEmpty()) {
			return CrmPage.EMPTY;
		}
		// All customers before the place, those of the page, and one more.
		RecordQuery query = this.all.where(formula.get()).inPagesOf(Math.addExact(place.get().count(), limit) + 1);
		return this.reader
			.read(query, () -> new PageWindow(place.get(), limit, this.records::customer, audience::maySee),
					() -> deadline)
			.page();
	}

	/**
	 * By a formula, because a request for a single record also finds those of other
	 * tables of the base, and those that the view hides.
	 */
	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		if (!RecordValues.isId(customerId.value())) {
			return Optional.empty();
		}
		return found(this.formulas.byId(customerId), 1, (record) -> true, deadline).stream()
			.map(this.records::customer)
			.filter((customer) -> customer.id().equals(customerId))
			.findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return this.formulas.byAddress(address)
			.map((formula) -> found(formula, MOST_AT_ONE_ADDRESS, (record) -> this.records.hasAddress(record, address),
					deadline))
			.orElse(List.of())
			.stream()
			.limit(MOST_AT_ONE_ADDRESS)
			.map(this.records::customer)
			.toList();
	}

	/** Returns records for which a formula and a condition are true. */
	private List<Map<String, Object>> found(String formula, int count, Predicate<Map<String, Object>> condition,
			Deadline deadline) {
		return this.reader.read(this.all.where(formula), () -> new FirstRecords(count, condition), () -> deadline)
			.records();
	}

}
