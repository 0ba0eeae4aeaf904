package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.OwnerDirectory;
import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes customers of persons: with their owners as workers, and where the whole customer
 * is shown, with the names of their organizations. Used by {@link PipedriveCrm}.
 * Thread-safe.
 */
final class PersonRecords {

	/** The users cost as much as a search, and most of them are the same for months. */
	private static final Duration LIFETIME_OF_USERS = Duration.ofMinutes(10);

	private final PipedriveApi api;

	private final OwnerDirectory users;

	private final Ownership ownership;

	private final CustomerMapper mapper;

	private final boolean hasOrganizations;

	PersonRecords(PipedriveApi api, PipedriveSettings settings, AddressReader addresses) {
		FieldMapping fields = PipedriveFields.of(settings);
		this.api = api;
		this.users = new OwnerDirectory(api::users, LIFETIME_OF_USERS, System::nanoTime);
		this.ownership = new Ownership(fields.names(CustomerField.WORKER), settings.sharedOwners(),
				settings.withoutOwner());
		this.mapper = new CustomerMapper(fields, addresses);
		this.hasOrganizations = this.mapper.fieldNames().contains(PipedriveFields.ORGANIZATION);
	}

	/** Returns the parts of the list of an audience. */
	ListParts parts(Audience audience, Deadline deadline) {
		return audience.all() ? ListParts.OF_EVERYONE
				: ListParts.of(audience, this.ownership, this.users.index(deadline));
	}

	boolean hasAddress(Map<String, Object> person, Address address) {
		return this.mapper.hasAddress(CrmRecord.of(person), address);
	}

	/** Returns customers for rows of a list, which do not show organizations. */
	List<CrmCustomer> rows(List<Map<String, Object>> persons, Deadline deadline) {
		if (persons.isEmpty()) {
			return List.of();
		}
		OwnerIndex index = this.users.index(deadline);
		return persons.stream()
			.map((person) -> CrmRecord.of(this.ownership.identified(person, index)))
			.map((person) -> this.mapper.map(person).customer())
			.toList();
	}

	/** Returns customers with everything. */
	List<CrmCustomer> customers(List<Map<String, Object>> persons, Deadline deadline) {
		return rows(this.hasOrganizations ? withOrganizations(persons, deadline) : persons, deadline);
	}

	private List<Map<String, Object>> withOrganizations(List<Map<String, Object>> persons, Deadline deadline) {
		Set<Long> ids = new TreeSet<>();
		persons.forEach((person) -> ids.add(organization(person)));
		ids.remove(0L);
		Map<Long, String> names = ids.isEmpty() ? Map.of() : this.api.organizations(ids, deadline);
		return persons.stream().map((person) -> {
			Map<String, Object> complete = new HashMap<>(person);
			complete.put(PipedriveFields.ORGANIZATION, names.getOrDefault(organization(person), ""));
			return complete;
		}).toList();
	}

	private static long organization(Map<String, Object> person) {
		return (person.get("org_id") instanceof Number id) ? id.longValue() : 0;
	}

}
