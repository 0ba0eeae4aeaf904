package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Examines the base for the doctor: whether the table has the configured fields, and
 * whether its records have what they should. Called by {@link AirtableVendor}.
 */
final class AirtableExamination {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(8);

	private static final String PREFIX = AirtableSettings.PREFIX;

	/**
	 * The value of such a field is a list of ids in an answer, and of names in a formula.
	 */
	private static final String LINKS = "multipleRecordLinks";

	private final AirtableApi api;

	private final AirtableSettings settings;

	private final boolean copied;

	private final FieldMapping fields;

	private final CustomerRecords records;

	AirtableExamination(AirtableApi api, AirtableSettings settings, boolean copied, AddressReader addresses) {
		this.api = api;
		this.settings = settings;
		this.copied = copied;
		this.fields = AirtableFields.of(settings);
		this.records = new CustomerRecords(this.fields, settings, addresses);
	}

	List<Observation> examine() {
		List<Observation> observations = new ArrayList<>();
		try {
			examineFields(observations);
			if (observations.isEmpty()) {
				examineRecords(observations);
			}
		}
		catch (CrmUnavailableException ex) {
			observations.add(failure(ex));
		}
		return observations;
	}

	private void examineFields(List<Observation> observations) {
		JsonNode tables;
		try {
			tables = this.api.tables(Deadline.in(LONGEST_WAIT));
		}
		catch (CrmErrorException ex) {
			if (ex.errorClass() == ErrorClass.PERMISSION || ex.errorClass() == ErrorClass.INVALID_REQUEST) {
				// The token needs another scope for this; the records say what is wrong.
				return;
			}
			throw ex;
		}
		for (JsonNode table : tables) {
			if (Set.of(table.path("id").asString(""), table.path("name").asString(" "))
				.contains(this.settings.table())) {
				addFields(table.path("fields"), observations);
				return;
			}
		}
		observations.add(Observation.problem("the base does not have the table in " + PREFIX + ".table",
				"set it to the id of the table, the part of its URL that begins with tbl"));
	}

	private void addFields(JsonNode described, List<Observation> observations) {
		Set<String> missing = new TreeSet<>(this.records.fieldNames());
		missing.addAll(this.settings.sortBy());
		Set<String> links = new TreeSet<>();
		for (JsonNode field : described) {
			String name = field.path("name").asString("");
			missing.removeAll(List.of(name, field.path("id").asString("")));
			if (field.path("type").asString("").equals(LINKS)
					&& !Collections.disjoint(this.records.fieldNames(), List.of(name, field.path("id").asString("")))) {
				links.add(name);
			}
		}
		if (!missing.isEmpty()) {
			observations.add(Observation.problem("the table does not have these fields: " + String.join(", ", missing),
					"name fields of the table in " + PREFIX + ".fields, and leave out what it does not have, such as "
							+ "email: []"));
		}
		if (!links.isEmpty()) {
			observations.add(Observation.problem(
					"these fields link to records, of which only the ids can be read: " + String.join(", ", links),
					"add a lookup field for each in Airtable, and name it in " + PREFIX + ".fields"));
		}
	}

	private void examineRecords(List<Observation> observations) {
		RecordQuery query = AirtableCrm.allRecords(this.settings, this.fields, this.records);
		List<Map<String, Object>> first = new RecordReader(this.api)
			.read(query, () -> new FirstRecords(1, (record) -> true), () -> Deadline.in(LONGEST_WAIT))
			.records();
		if (first.isEmpty()) {
			observations.add(Observation.warning("the table has no records",
					"add records, or check " + PREFIX + ".table and " + PREFIX + ".view"));
			return;
		}
		List<CrmCustomer> customers = first.stream().map(this.records::customer).toList();
		observations.add(Observation.holds("Airtable answers, and the table has the configured fields"));
		observations.add(CustomerSample.numbers(customers,
				"check " + PREFIX + ".fields.phone, and set frontline.default-region if they have no country code"));
		observations.add(CustomerSample.owners(customers, "check " + PREFIX + ".fields.worker"));
		if (this.copied) {
			observations
				.add(Observation.holds("customers are read from a copy: see its age at /actuator/customerCopy"));
		}
		else {
			examineUsers(first, customers, observations);
		}
	}

	/** Formulas see the names of users, which must be configured. */
	private void examineUsers(List<Map<String, Object>> first, List<CrmCustomer> customers,
			List<Observation> observations) {
		Collaborators known = new Collaborators(this.settings.collaborators());
		long unknown = Stream.iterate(0, (i) -> i < first.size(), (i) -> i + 1)
			.filter((i) -> hasUsers(first.get(i)) && !known.hasAll(customers.get(i).owners()))
			.count();
		if (unknown > 0) {
			observations.add(Observation.problem(
					"owners are in a user field, and " + unknown + " of the first " + first.size()
							+ " customers have owners who are not in " + PREFIX + ".collaborators",
					"add each of them as Ada Park <ada@example.com>, or set " + PREFIX + ".copy.enabled to true"));
		}
	}

	private boolean hasUsers(Map<String, Object> record) {
		return this.fields.names(CustomerField.WORKER)
			.stream()
			.map(record::get)
			.anyMatch((value) -> value instanceof Map
					|| (value instanceof List<?> list && list.stream().anyMatch(Map.class::isInstance)));
	}

	private static Observation failure(CrmUnavailableException failure) {
		String seen = String.valueOf(failure.getMessage());
		if (!(failure instanceof CrmErrorException error)) {
			return Observation.problem(seen, "run the doctor again in a minute");
		}
		return Observation.problem(seen, switch (error.errorClass()) {
			case CREDENTIALS -> "set " + PREFIX + ".access-token to a personal access token of Airtable";
			case PERMISSION -> "give the token the scope data.records:read and access to the base, and check " + PREFIX
					+ ".base-id and " + PREFIX + ".table";
			case INVALID_REQUEST -> "check " + PREFIX + ".base-id and " + PREFIX + ".table, and that the table has the "
					+ "fields in " + PREFIX + ".fields and " + PREFIX + ".sort-by, and the view";
			case RATE_LIMITED -> "run the doctor again in a minute";
			case NOT_FOUND, UNAVAILABLE, UNREADABLE -> "check " + PREFIX + ".url, and that this machine can reach it";
		});
	}

}
