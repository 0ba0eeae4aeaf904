package io.frontlineservice.crm.jdbc;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.CustomerTables;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

/** A table of two columns, to test what happens when its database fails. */
final class PeopleTable implements CustomerTables {

	private final CrmDatabase database;

	private final String sleep;

	/**
	 * Creates it for a database with the table.
	 * @param sleep the call that the query {@code by-address} makes for each row
	 */
	PeopleTable(CrmDatabase database, String sleep) {
		this.database = database;
		this.sleep = sleep;
	}

	@Override
	public List<Observation> prepare() {
		return List.of();
	}

	@Override
	public List<Observation> examine() {
		return List.of(Observation.holds("the table can be read"));
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return Set.of(CrmCapability.PAGING_AFTER_CUSTOMER);
	}

	@Override
	public CrmPage list(Audience audience, String search, String cursor, int limit, Deadline deadline) {
		List<CrmCustomer> page = query("list",
				"select id, name from people where name > :after order by name limit :limit",
				new MapSqlParameterSource("after", Objects.requireNonNullElse(cursor, "")).addValue("limit", limit),
				deadline);
		return new CrmPage(page, (page.size() < limit) ? null : cursorAfter(page.get(limit - 1)));
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return query("by-id", "select id, name from people where id = :id",
				new MapSqlParameterSource("id", customerId.value()), deadline)
			.stream()
			.findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return query("by-address", "select id, name, " + this.sleep + " from people where id = '1'",
				new MapSqlParameterSource(), deadline);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return customer.name();
	}

	private List<CrmCustomer> query(String name, String sql, MapSqlParameterSource values, Deadline deadline) {
		return this.database.query(name, sql, values, PeopleTable::read, deadline);
	}

	private static List<CrmCustomer> read(ResultSet result) throws SQLException {
		List<CrmCustomer> customers = new ArrayList<>();
		while (result.next()) {
			customers.add(TestCustomers.customer(result.getString("id"), result.getString("name"), TestCustomers.ALL));
		}
		return customers;
	}

	static List<String> ids(int from, int to) {
		return Stream.iterate(from, (n) -> n <= to, (n) -> n + 1).map(String::valueOf).toList();
	}

}
