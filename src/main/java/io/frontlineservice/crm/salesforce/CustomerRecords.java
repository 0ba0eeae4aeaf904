package io.frontlineservice.crm.salesforce;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Maps records to customers by the kit, with the identities of their owners. Called by
 * {@link SalesforceCrm}. Thread-safe.
 */
final class CustomerRecords {

	private final CustomerMapper mapper;

	private final List<String> ownerFields;

	private final CustomerOwners owners;

	CustomerRecords(CustomerObject object, AddressReader addresses, CustomerOwners owners) {
		this.mapper = new CustomerMapper(object.fields(), addresses);
		this.ownerFields = object.fields().names(CustomerField.WORKER);
		this.owners = owners;
	}

	/** Returns the names of all fields that the mapping reads. */
	Set<String> fieldNames() {
		return this.mapper.fieldNames();
	}

	/** Returns whether a record has that address in any of its fields. */
	boolean hasAddress(Map<String, Object> record, Address address) {
		return this.mapper.hasAddress(CrmRecord.of(record), address);
	}

	/** Returns the customers of these records, in their order. */
	List<CrmCustomer> customers(List<Map<String, Object>> records, Deadline deadline) {
		Set<String> ids = new HashSet<>();
		records.forEach((record) -> ids.addAll(ownerIds(record)));
		Map<String, Set<WorkerIdentity>> identities = this.owners.identitiesOf(ids, deadline);
		return records.stream().map((record) -> customer(record, identities)).toList();
	}

	private CrmCustomer customer(Map<String, Object> record, Map<String, Set<WorkerIdentity>> identities) {
		CrmRecord fields = CrmRecord.of(record);
		Map<String, @Nullable Object> attributes = new HashMap<>();
		attributes.put(PageCursor.ATTRIBUTE, record.get(CustomerObject.NAME));
		return this.mapper.map(new CrmRecord() {
			@Override
			public @Nullable Object value(String field) {
				Object value = fields.value(field);
				return CustomerRecords.this.ownerFields.contains(field) ? written(value, identities) : value;
			}

			@Override
			public Map<String, ? extends @Nullable Object> attributes() {
				return attributes;
			}
		}).customer();
	}

	private static List<String> written(@Nullable Object ownerId, Map<String, Set<WorkerIdentity>> identities) {
		return identities.getOrDefault(String.valueOf(ownerId), Set.of())
			.stream()
			.map(WorkerIdentity::written)
			.toList();
	}

	private Set<String> ownerIds(Map<String, Object> record) {
		Set<String> ids = new HashSet<>();
		for (String field : this.ownerFields) {
			if (CrmRecord.of(record).value(field) instanceof String id && SalesforceId.isOwner(id)) {
				ids.add(id);
			}
		}
		return ids;
	}

}
