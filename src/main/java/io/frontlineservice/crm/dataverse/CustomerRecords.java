package io.frontlineservice.crm.dataverse;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps rows to customers by the kit, with the identities of their owners. Called by
 * {@link DataverseCrm}. Thread-safe.
 */
final class CustomerRecords {

	private final CustomerMapper mapper;

	private final CustomerTable table;

	private final CustomerOwners owners;

	CustomerRecords(CustomerTable table, AddressReader addresses, CustomerOwners owners) {
		this.mapper = new CustomerMapper(table.fields(), addresses);
		this.table = table;
		this.owners = owners;
	}

	/** Returns the names of all columns that the mapping reads. */
	Set<String> columns() {
		return this.mapper.fieldNames();
	}

	/** Returns whether a row has that address in any of its columns. */
	boolean hasAddress(Map<String, Object> row, Address address) {
		return !this.table.idOf(row).isEmpty() && this.mapper.hasAddress(CrmRecord.of(row), address);
	}

	/** Returns the customers of these rows, in their order. */
	List<CrmCustomer> customers(List<Map<String, Object>> rows, Deadline deadline) {
		rows.forEach(this.table::idOf);
		return this.owners.identified(rows, deadline).stream().map(this::customer).toList();
	}

	private CrmCustomer customer(Map<String, Object> row) {
		Map<String, @Nullable Object> attributes = new HashMap<>();
		attributes.put(PageCursor.ATTRIBUTE, row.get(this.table.sortName()));
		return this.mapper.map(CrmRecord.of(row, attributes)).customer();
	}

}
