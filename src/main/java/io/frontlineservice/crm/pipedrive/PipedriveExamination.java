package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
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
import java.util.Set;
import java.util.function.Consumer;

/**
 * Examines the account for the doctor: whether the token may read what the adapter needs,
 * and whether the persons have what the configuration says. Costs 40 tokens. Called by
 * {@link PipedriveVendor}.
 */
final class PipedriveExamination {

	/** What a closed account lacks. */
	static final String OPEN_ACCOUNT = "an account that is paid for";

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

	private static final int SAMPLE = 100;

	private final PipedriveApi api;

	private final PipedriveSettings settings;

	private final FieldMapping fields;

	private final CustomerMapper mapper;

	PipedriveExamination(PipedriveApi api, PipedriveSettings settings, AddressReader addresses) {
		this.api = api;
		this.settings = settings;
		this.fields = PipedriveFields.of(settings);
		this.mapper = new CustomerMapper(this.fields, addresses);
	}

	List<Observation> examine() {
		List<Observation> observations = new ArrayList<>();
		List<Consumer<List<Observation>>> parts = List.of(this::examineUsers, this::examineFields,
				this::examinePersons);
		for (Consumer<List<Observation>> part : parts) {
			try {
				part.accept(observations);
			}
			catch (CrmUnavailableException ex) {
				Observation failure = failure(ex);
				if (!observations.contains(failure)) {
					observations.add(failure);
				}
			}
		}
		return observations;
	}

	private void examineUsers(List<Observation> observations) {
		OwnerIndex users = this.api.users(Deadline.in(LONGEST_WAIT));
		observations.add(Observation.holds(String.format(Locale.ROOT, "active users in Pipedrive: %,d", users.size())));
		List<WorkerIdentity> shared = this.settings.sharedOwners().stream().map(WorkerIdentity::of).toList();
		if (!users.hasAll(shared)) {
			observations.add(Observation.problem(
					"Pipedrive does not have an active user for each address in frontline.crm.pipedrive.shared-owners",
					"write the e-mail addresses of users as Settings > Manage users shows them"));
		}
	}

	private void examineFields(List<Observation> observations) {
		Set<String> keys = PipedriveFields.customKeys(PipedriveFields.names(this.fields));
		if (keys.isEmpty()) {
			return;
		}
		keys.removeAll(this.api.fieldKeys(Deadline.in(LONGEST_WAIT)));
		if (!keys.isEmpty()) {
			observations.add(Observation.problem(
					"Pipedrive does not have the custom fields of persons " + String.join(", ", keys),
					"copy the keys from Settings > Data fields > Person into frontline.crm.pipedrive.fields"));
		}
	}

	private void examinePersons(List<Observation> observations) {
		List<Map<String, Object>> persons = this.api.persons(null, null, SAMPLE, Deadline.in(LONGEST_WAIT)).persons();
		if (persons.isEmpty()) {
			observations.add(Observation.warning("Pipedrive has no persons that the user of the token can see",
					"add persons, or use the token of a user who can see them"));
			return;
		}
		observations.add(CustomerSample.numbers(
				persons.stream().map(CrmRecord::of).map(this.mapper::map).map(MappedCustomer::customer).toList(),
				"set frontline.default-region, if the numbers have no country code"));
	}

	private static Observation failure(CrmUnavailableException failure) {
		String seen = String.valueOf(failure.getMessage());
		if (!(failure instanceof CrmErrorException error)) {
			return Observation.problem(seen, "run the doctor again in a minute");
		}
		return Observation.problem(seen, switch (error.errorClass()) {
			case CREDENTIALS -> "set frontline.crm.pipedrive.api-token to the API token of a user of the account";
			case PERMISSION -> "the token needs " + (error.missingPermissions().isEmpty()
					? "a user who may use the API and can see the persons" : OPEN_ACCOUNT);
			case INVALID_REQUEST -> "check that the fields in frontline.crm.pipedrive.fields exist";
			case RATE_LIMITED -> "run the doctor again in a minute";
			case NOT_FOUND, UNAVAILABLE, UNREADABLE ->
				"check frontline.crm.pipedrive.url, and that this machine can reach it";
		});
	}

}
