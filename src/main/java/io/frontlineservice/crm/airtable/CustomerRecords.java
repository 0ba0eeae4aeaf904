package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Maps records to customers by the kit, with their owners. Used by {@link AirtableCrm},
 * {@link AirtableCopy} and {@link AirtableExamination}. Thread-safe.
 */
final class CustomerRecords {

	/**
	 * Airtable ends the URL of an attachment after about two hours, and the app shows
	 * what it got for a while.
	 *
	 * @see <a href="https://support.airtable.com/docs/airtable-attachment-url-behavior">
	 * Attachment URL behavior</a>
	 */
	static final Duration AVATAR_LIFETIME = Duration.ofHours(1);

	private final CustomerMapper mapper;

	private final List<String> avatars;

	private final Set<WorkerIdentity> shared;

	private final WithoutOwner withoutOwner;

	CustomerRecords(FieldMapping fields, AirtableSettings settings, AddressReader addresses) {
		this.mapper = new CustomerMapper(fields, addresses);
		this.avatars = fields.names(CustomerField.AVATAR);
		this.shared = WorkerIdentity.setOf(settings.sharedOwners());
		this.withoutOwner = settings.withoutOwner();
	}

	/** Returns the names of the fields that the mapping reads, in a fixed order. */
	List<String> fieldNames() {
		return this.mapper.fieldNames()
			.stream()
			.filter((field) -> !RecordValues.ENVELOPE.contains(field))
			.sorted()
			.toList();
	}

	boolean hasAddress(Map<String, Object> record, Address address) {
		return this.mapper.hasAddress(values(record), address);
	}

	CrmCustomer customer(Map<String, Object> record) {
		RecordValues values = values(record);
		CrmCustomer mapped = this.mapper.map(values).customer();
		CrmCustomer owned = mapped.withOwners(owners(mapped.owners()));
		return this.avatars.stream().anyMatch(values::hasAttachments) ? owned.withAvatarFor(AVATAR_LIFETIME) : owned;
	}

	private RecordValues values(Map<String, Object> record) {
		return new RecordValues(record, Set.copyOf(this.avatars));
	}

	private Set<WorkerIdentity> owners(Set<WorkerIdentity> written) {
		if (written.isEmpty() && this.withoutOwner == WithoutOwner.EVERYONE) {
			return Set.of(CrmCustomer.EVERYONE);
		}
		return written.stream()
			.map((owner) -> this.shared.contains(owner) ? CrmCustomer.EVERYONE : owner)
			.collect(Collectors.toSet());
	}

}
