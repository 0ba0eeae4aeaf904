package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.CustomerTables;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Customers in the tables of this service. Called by {@code CustomerService} through the
 * guard, and by package {@code crm.jdbc}. Thread-safe.
 */
public final class ManagedTables implements CustomerTables {

	private static final Set<CrmCapability> CAPABILITIES = Set.of(CrmCapability.ALPHABETICAL_ORDER,
			CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP, CrmCapability.PAGING_AFTER_CUSTOMER);

	private final CrmDatabase database;

	private final ManagedSchema schema;

	private final ManagedDialect dialect;

	private final ManagedSearch search;

	private final TablesExamination examination;

	/** Creates it for a database, without connecting to it. */
	public ManagedTables(CrmDatabase database, ManagedSchema schema) {
		this(database, schema, ManagedSearch.BUDGET);
	}

	/** Creates it with the number of entries that a search reads without its index. */
	ManagedTables(CrmDatabase database, ManagedSchema schema, int budget) {
		this.database = database;
		this.schema = schema;
		this.dialect = ManagedDialect.of(database.product());
		this.search = new ManagedSearch(database, this.dialect, budget);
		this.examination = new TablesExamination(schema.connections(), this.dialect);
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return CAPABILITIES;
	}

	@Override
	public List<Observation> prepare() {
		try {
			this.schema.migrate();
			return this.examination.warnings();
		}
		catch (SchemaRefusedException ex) {
			return List.of(Observation.problem(String.valueOf(ex.getMessage()), ex.fix()));
		}
	}

	@Override
	public List<Observation> examine() {
		return this.examination.examine();
	}

	@Override
	public Optional<CustomerSummary> summary() {
		return Optional.of(this.examination.summary());
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		List<String> lists = audience.all() ? List.of(TableKeys.ALL)
				: audience.owners().stream().map(TableKeys::ofOwner).distinct().sorted().toList();
		if (lists.isEmpty() || (cursor != null && !CustomerOrder.isCursor(cursor))) {
			return CrmPage.EMPTY;
		}
		Place after = (cursor != null) ? new Place(CustomerOrder.ofCursor(cursor)) : null;
		if (Search.isForAll(search)) {
			PageQuery page = new PageQuery(this.dialect, ListPart.after(after, limit + 1));
			return page(read("list", page.list(lists), page, deadline), limit);
		}
		Search parsed = Search.of(search);
		return parsed.findsNoCustomer() ? CrmPage.EMPTY
				: page(this.search.find(lists, parsed, after, limit + 1, deadline), limit);
	}

	private static CrmPage page(List<CrmCustomer> found, int limit) {
		return (found.size() <= limit) ? new CrmPage(found, null)
				: new CrmPage(found.subList(0, limit), CustomerOrder.cursor(found.get(limit - 1)));
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		if (!TableKeys.isStorable(customerId.value())) {
			return Optional.empty();
		}
		PageQuery query = new PageQuery(this.dialect, ListPart.after(null, 1));
		return read("by-id", query.withId(customerId.value()), query, deadline).stream().findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		String key = TableKeys.ofAddress(address);
		if (key == null) {
			return List.of();
		}
		PageQuery query = new PageQuery(this.dialect, ListPart.after(null, MOST_AT_ONE_ADDRESS));
		return read("by-address", query.at(key), query, deadline);
	}

	private List<CrmCustomer> read(String name, String sql, PageQuery query, Deadline deadline) {
		return this.database.query(name, sql, query.values().toSource(), CustomerRows::read, deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return CustomerOrder.cursor(customer);
	}

}
