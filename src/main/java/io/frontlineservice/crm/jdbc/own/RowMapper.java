package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.UnusableRecordException;
import io.frontlineservice.customer.CrmCustomer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps rows to customers by the kit. Each column that no field names is an attribute, and
 * so is the sort name. Called by {@link OwnTables}. Thread-safe.
 */
final class RowMapper {

	private final CustomerMapper mapper;

	private final Set<String> reserved;

	RowMapper(Columns columns, AddressReader addresses) {
		this.mapper = new CustomerMapper(columns.fields(), addresses);
		this.reserved = columns.reserved();
	}

	/** Returns the customer; empty if the row has no usable id. */
	Optional<CrmCustomer> customer(Row row) {
		try {
			return Optional.of(this.mapper.map(record(row)).customer());
		}
		catch (UnusableRecordException ex) {
			return Optional.empty();
		}
	}

	/** Returns those of the rows that have the address. */
	List<Row> having(Address address, List<Row> rows) {
		return rows.stream().filter((row) -> this.mapper.hasAddress(record(row), address)).toList();
	}

	private CrmRecord record(Row row) {
		Map<String, @Nullable Object> attributes = new HashMap<>();
		row.fields().forEach((label, value) -> {
			String name = label.toLowerCase(Locale.ROOT);
			if (!this.reserved.contains(name)) {
				attributes.put(name, value);
			}
		});
		attributes.put(PageCursor.ATTRIBUTE, row.sortName());
		return CrmRecord.of(row.fields(), attributes);
	}

}
