package io.frontlineservice.crm.hubspot;

import io.frontlineservice.crm.hubspot.ContactSearch.Filter;
import io.frontlineservice.crm.hubspot.ContactSearch.FilterGroup;
import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.customer.Audience;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the filters for the contacts that an audience sees. Used by {@link HubSpotCrm}.
 */
final class OwnerFilters {

	/**
	 * A search has at most 3,000 characters; the id of an owner may have 14 with quotes.
	 */
	private static final int MOST_IDS = 100;

	private OwnerFilters() {
	}

	/**
	 * Returns the filters for an audience that does not see all contacts. Together, these
	 * lists of filters find all of its contacts; usually there is one. None if it can see
	 * no contact.
	 */
	static List<List<FilterGroup>> of(Audience audience, Ownership ownership, OwnerIndex index) {
		List<String> properties = ownership.fields();
		if (properties.isEmpty()) {
			return List.of();
		}
		List<List<FilterGroup>> parts = new ArrayList<>();
		List<String> ids = List.copyOf(index.ids(ownership.owners(audience)));
		int most = MOST_IDS / properties.size();
		for (int start = 0; start < ids.size(); start += most) {
			List<String> some = ids.subList(start, Math.min(ids.size(), start + most));
			parts.add(properties.stream().map((property) -> FilterGroup.of(Filter.in(property, some))).toList());
		}
		if (ownership.includesWithoutOwner(audience)) {
			List<FilterGroup> first = parts.isEmpty() ? new ArrayList<>() : new ArrayList<>(parts.remove(0));
			first.add(new FilterGroup(properties.stream().map(Filter::isEmpty).toList()));
			parts.add(0, first);
		}
		return parts;
	}

}
