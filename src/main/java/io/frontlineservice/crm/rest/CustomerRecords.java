package io.frontlineservice.crm.rest;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.UnusableRecordException;
import io.frontlineservice.customer.CrmCustomer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Maps records to customers by the kit. Called by {@link RestCrm}. Thread-safe. */
final class CustomerRecords {

	private final CustomerMapper mapper;

	private final OwnerFilter owners;

	/** The property whose properties are attributes; null if there is none. */
	private final @Nullable String attributes;

	CustomerRecords(RestSettings settings, boolean isContract, AddressReader addresses, OwnerFilter owners) {
		this.mapper = new CustomerMapper(settings.fields(), addresses);
		this.owners = owners;
		this.attributes = isContract ? ContractApi.ATTRIBUTES : null;
	}

	/** Returns the customer; empty if the record has no usable id. */
	Optional<CrmCustomer> customer(Map<String, Object> record) {
		try {
			return Optional.of(this.owners.translated(this.mapper.map(read(record)).customer()));
		}
		catch (UnusableRecordException ex) {
			return Optional.empty();
		}
	}

	/** Returns whether a record has that address in any of its fields. */
	boolean hasAddress(Map<String, Object> record, Address address) {
		return this.mapper.hasAddress(read(record), address);
	}

	private CrmRecord read(Map<String, Object> record) {
		if (this.attributes != null && record.get(this.attributes) instanceof Map<?, ?> more) {
			Map<String, @Nullable Object> named = new HashMap<>();
			more.forEach((name, value) -> named.put(String.valueOf(name), value));
			return CrmRecord.of(record, named);
		}
		return CrmRecord.of(record);
	}

}
