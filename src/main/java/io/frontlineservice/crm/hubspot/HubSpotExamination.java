package io.frontlineservice.crm.hubspot;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.hubspot.ContactSearch.Sort;
import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Examines the account for the doctor: whether the key may read what the adapter needs,
 * and whether the contacts have what the configuration says. Called by
 * {@link HubSpotVendor}.
 */
final class HubSpotExamination {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private final HubSpotApi api;

	private final HubSpotSettings settings;

	private final CustomerMapper mapper;

	private final List<String> properties;

	HubSpotExamination(HubSpotApi api, HubSpotSettings settings, AddressReader addresses) {
		this.api = api;
		this.settings = settings;
		this.mapper = new CustomerMapper(HubSpotFields.of(settings), addresses);
		this.properties = HubSpotFields.properties(this.mapper.fieldNames());
	}

	List<Observation> examine() {
		List<Observation> observations = new ArrayList<>();
		try {
			examineOwners(observations);
		}
		catch (CrmUnavailableException ex) {
			observations.add(failure(ex));
		}
		try {
			examineContacts(observations);
		}
		catch (CrmUnavailableException ex) {
			Observation failure = failure(ex);
			if (!observations.contains(failure)) {
				observations.add(failure);
			}
		}
		return observations;
	}

	private void examineOwners(List<Observation> observations) {
		OwnerIndex owners = this.api.owners(Deadline.in(LONGEST_WAIT));
		observations.add(counted("owners in HubSpot: %,d", owners.size()));
		List<WorkerIdentity> shared = this.settings.sharedOwners().stream().map(WorkerIdentity::of).toList();
		if (!owners.hasAll(shared)) {
			observations
				.add(Observation.problem("HubSpot does not have each owner in frontline.crm.hubspot.shared-owners",
						"write the e-mail addresses of owners as Settings > Users & Teams shows them"));
		}
	}

	private void examineContacts(List<Observation> observations) {
		List<Sort> order = List.of(Sort.ascending(this.settings.sortBy()));
		ContactSearch sample = new ContactSearch(List.of(), order, this.properties, null, ContactSearch.MOST_ROWS,
				null);
		ContactWindow first = this.api.search(sample, Deadline.in(LONGEST_WAIT));
		List<Map<String, Object>> contacts = first.contacts();
		if (contacts.isEmpty()) {
			observations.add(Observation.warning("HubSpot has no contacts", "add contacts, or check the service key"));
			return;
		}
		observations.add(counted("contacts in HubSpot: %,d", first.total()));
		observations.add(CustomerSample.numbers(
				contacts.stream().map(CrmRecord::of).map(this.mapper::map).map(MappedCustomer::customer).toList(),
				"set frontline.default-region, if the numbers have no country code"));
		List<String> unused = this.properties.stream()
			.filter((property) -> contacts.stream().noneMatch((contact) -> contact.containsKey(property)))
			.toList();
		if (!unused.isEmpty()) {
			observations.add(Observation.holds("none of the first contacts has a value in " + String.join(", ", unused)
					+ ": HubSpot does not say whether it has these properties"));
		}
	}

	private static Observation counted(String text, int number) {
		return Observation.holds(String.format(Locale.ROOT, text, number));
	}

	private static Observation failure(CrmUnavailableException failure) {
		String seen = String.valueOf(failure.getMessage());
		if (!(failure instanceof CrmErrorException error)) {
			return Observation.problem(seen, "run the doctor again in a minute");
		}
		return Observation.problem(seen, switch (error.errorClass()) {
			case CREDENTIALS -> "set frontline.crm.hubspot.access-token to a service key of the account";
			case PERMISSION -> "add these scopes to the service key: " + scopes(error.missingPermissions());
			case INVALID_REQUEST -> "check that HubSpot has the properties in frontline.crm.hubspot.fields.phone, "
					+ "whatsapp, chat and worker, and in frontline.crm.hubspot.sort-by";
			case RATE_LIMITED -> "run the doctor again in a minute";
			case NOT_FOUND, UNAVAILABLE, UNREADABLE ->
				"check frontline.crm.hubspot.url, and that this machine can reach it";
		});
	}

	private static String scopes(List<String> missing) {
		return missing.isEmpty() ? "crm.objects.contacts.read and crm.objects.owners.read" : String.join(", ", missing);
	}

}
