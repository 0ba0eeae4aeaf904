package io.frontlineservice.crm.hubspot;

import io.frontlineservice.crm.hubspot.ContactSearch.Filter;
import io.frontlineservice.crm.hubspot.ContactSearch.FilterGroup;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which worker owns which contact: turns an audience into filters, and the owners of a
 * contact into workers. Both must agree, because the service checks each customer again.
 * Used by {@link HubSpotCrm}. Immutable.
 */
final class Ownership {

	/**
	 * A search has at most 3,000 characters; the id of an owner may have 14 with quotes.
	 */
	private static final int MOST_IDS = 100;

	/** A property can hold several owners. */
	private static final Pattern SEPARATOR = Pattern.compile(";");

	private final List<String> properties;

	private final Set<WorkerIdentity> shared;

	private final WithoutOwner withoutOwner;

	/**
	 * Creates the rule.
	 * @param properties the properties that hold owners
	 * @param shared the owners whose contacts belong to every worker
	 */
	Ownership(List<String> properties, Collection<String> shared, WithoutOwner withoutOwner) {
		this.properties = List.copyOf(properties);
		this.shared = WorkerIdentity.setOf(shared);
		this.withoutOwner = withoutOwner;
	}

	/** Returns the owners that this audience stands for. */
	private Set<WorkerIdentity> owners(Audience audience) {
		Set<WorkerIdentity> owners = new HashSet<>(audience.owners());
		if (owners.remove(CrmCustomer.EVERYONE)) {
			owners.addAll(this.shared);
		}
		return owners;
	}

	/**
	 * Returns the filters for the contacts of this audience. Together, these lists of
	 * filters find all of them; usually there is one. None if it can see no contact.
	 */
	List<List<FilterGroup>> filters(Audience audience, OwnerIndex index) {
		if (this.properties.isEmpty()) {
			return List.of();
		}
		List<List<FilterGroup>> parts = new ArrayList<>();
		List<String> ids = List.copyOf(index.ids(owners(audience)));
		int most = MOST_IDS / this.properties.size();
		for (int start = 0; start < ids.size(); start += most) {
			List<String> some = ids.subList(start, Math.min(ids.size(), start + most));
			parts.add(this.properties.stream().map((property) -> FilterGroup.of(Filter.in(property, some))).toList());
		}
		if (this.withoutOwner == WithoutOwner.EVERYONE && audience.owners().contains(CrmCustomer.EVERYONE)) {
			List<FilterGroup> first = parts.isEmpty() ? new ArrayList<>() : new ArrayList<>(parts.remove(0));
			first.add(new FilterGroup(this.properties.stream().map(Filter::isEmpty).toList()));
			parts.add(0, first);
		}
		return parts;
	}

	/** Returns the ids of the owners of a contact, as its properties have them. */
	private List<String> ids(Map<String, Object> contact) {
		return this.properties.stream().flatMap((property) -> ids(contact.get(property)).stream()).toList();
	}

	/**
	 * Returns the contact with the identities of its owners in place of their ids, as the
	 * field mapping reads them.
	 */
	Map<String, Object> identified(Map<String, Object> contact, OwnerIndex index) {
		Map<String, Object> identified = new HashMap<>(contact);
		boolean hasNoOwner = ids(contact).isEmpty();
		for (String property : this.properties) {
			Set<String> owners = new LinkedHashSet<>();
			ids(contact.get(property)).forEach((id) -> addTo(owners, index.identity(id)));
			if (hasNoOwner && this.withoutOwner == WithoutOwner.EVERYONE) {
				owners.add(CrmCustomer.EVERYONE.written());
			}
			identified.put(property, List.copyOf(owners));
		}
		return identified;
	}

	private void addTo(Set<String> owners, @Nullable WorkerIdentity owner) {
		if (owner != null) {
			owners.add((this.shared.contains(owner) ? CrmCustomer.EVERYONE : owner).written());
		}
	}

	private static List<String> ids(@Nullable Object value) {
		return (value == null) ? List.of()
				: SEPARATOR.splitAsStream(value.toString()).map(String::strip).filter((id) -> !id.isEmpty()).toList();
	}

}
