package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds customers by id and by address. Called by {@link OwnTables}. Thread-safe. */
final class CustomerLookUp {

	/** How many customers with similar numbers are compared. */
	private static final int CANDIDATES = 100;

	/** Spellings of one id that a database may compare as equal. */
	private static final int SPELLINGS = 20;

	private final OwnQueries queries;

	private final RowMapper mapper;

	private final QueryTrouble trouble;

	CustomerLookUp(OwnQueries queries, RowMapper mapper, QueryTrouble trouble) {
		this.queries = queries;
		this.mapper = mapper;
		this.trouble = trouble;
	}

	/**
	 * Returns the customer with exactly that id. A database may also find ids that differ
	 * in case.
	 * @param id the id in the type of its column
	 */
	Optional<CrmCustomer> byId(CustomerId customerId, Object id, Deadline deadline) {
		List<Row> rows = this.queries.run(QueryKind.BY_ID, new BindValues().set(Bind.ID, id), SPELLINGS, deadline);
		List<CrmCustomer> found = rows.stream()
			.map(this.mapper::customer)
			.flatMap(Optional::stream)
			.filter((customer) -> customer.id().equals(customerId))
			.toList();
		if (found.size() > 1) {
			throw this.trouble.refuse(QueryKind.BY_ID, "returned several rows for one id: return one row for each "
					+ "customer, with several numbers or owners in one column");
		}
		return found.stream().findFirst();
	}

	/** Returns the customers with exactly that address, in the order of the rows. */
	List<CrmCustomer> byAddress(Address address, BindValues values, Deadline deadline) {
		List<Row> rows = this.queries.run(QueryKind.BY_ADDRESS, values.set(Bind.LIMIT, CANDIDATES), CANDIDATES,
				deadline);
		Map<CustomerId, CrmCustomer> found = new LinkedHashMap<>();
		for (Row row : this.mapper.having(address, rows)) {
			this.mapper.customer(row).ifPresent((customer) -> found.putIfAbsent(customer.id(), customer));
		}
		if (rows.size() >= CANDIDATES && found.size() < CrmAdapter.MOST_AT_ONE_ADDRESS) {
			throw this.trouble.refuse(QueryKind.BY_ADDRESS, "returned " + CANDIDATES + " rows, most of them without "
					+ "the number: return only customers with one of :phones or with :chat");
		}
		if (!rows.isEmpty() && found.isEmpty()) {
			this.trouble.warn(QueryKind.BY_ADDRESS, "returned only customers whose numbers could not be read as the "
					+ "number: set frontline.default-region if numbers have no country code, and select the columns "
					+ "that " + Columns.PREFIX + " names");
		}
		return found.values().stream().limit(CrmAdapter.MOST_AT_ONE_ADDRESS).toList();
	}

}
