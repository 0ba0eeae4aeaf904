package io.frontlineservice.crm.dataverse;

import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * Examines an environment for the doctor: whether it answers, which columns it lacks, a
 * page of customers, the shared owners and the end of the certificate. Called by
 * {@link DataverseVendor}. Not thread-safe.
 */
final class DataverseExamination {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private static final Duration ENDS_SOON = Duration.ofDays(30);

	private static final int FIRST = 200;

	private static final Pattern LOOKUP = Pattern.compile("_(.+)_value");

	private final DataverseSettings settings;

	private final DataverseApi api;

	private final DataverseCrm crm;

	private final List<Observation> observations = new ArrayList<>();

	DataverseExamination(DataverseSettings settings, DataverseApi api, DataverseCrm crm) {
		this.settings = settings;
		this.api = api;
		this.crm = crm;
	}

	List<Observation> examine(Instant now) {
		addCertificate(now);
		try {
			String table = CustomerTable.of(this.settings).logicalName();
			addMissing(table, this.crm.columns());
			addMissing("systemuser", DataverseUsers.columns(this.settings));
			if (this.observations.stream().noneMatch((it) -> it.outcome() == Outcome.PROBLEM)) {
				addCustomers();
				addSharedOwners();
			}
		}
		catch (CrmErrorException ex) {
			this.observations.add(problem(ex));
		}
		catch (CrmUnavailableException ex) {
			this.observations
				.add(Observation.problem(String.valueOf(ex.getMessage()), "run the doctor again in 5 minutes"));
		}
		return this.observations;
	}

	private void addCertificate(Instant now) {
		if (!this.settings.hasPrivateKey()) {
			return;
		}
		ClientAssertion.certificate(this.settings.certificate())
			.map((it) -> it.getNotAfter().toInstant())
			.filter((end) -> end.isBefore(now.plus(ENDS_SOON)))
			.ifPresent((end) -> {
				String fix = "upload a new certificate to the app registration, and set private-key and certificate";
				this.observations
					.add(end.isBefore(now) ? Observation.problem("the certificate for Dataverse has ended", fix)
							: Observation.warning("the certificate for Dataverse ends in less than 30 days", fix));
			});
	}

	private void addMissing(String table, Set<String> wanted) {
		ApiAnswer answer = this.api.columns(table, deadline());
		Set<String> existing = new TreeSet<>();
		for (JsonNode column : answer.body().path("value")) {
			existing.add(column.path("LogicalName").asString(""));
		}
		// Related rows are in other tables.
		Set<String> missing = wanted.stream()
			.filter((it) -> it.indexOf('.') < 0)
			.map((it) -> LOOKUP.matcher(it).replaceFirst("$1"))
			.filter((it) -> !existing.contains(it))
			.collect(Collectors.toCollection(TreeSet::new));
		if (!missing.isEmpty()) {
			this.observations
				.add(Observation.problem("the table " + table + " has no columns " + String.join(", ", missing),
						"correct their logical names in " + DataverseSettings.PREFIX + ".fields, owner-column, "
								+ "name-column and e164-column"));
		}
	}

	private void addCustomers() {
		List<CrmCustomer> first = this.crm.list(Audience.EVERYONE, "", null, FIRST, deadline()).customers();
		if (first.isEmpty()) {
			this.observations.add(Observation.warning("the application user sees no customers",
					"check " + DataverseSettings.PREFIX + ".table, and that a security role of the application user "
							+ "reads the table in the whole organization"));
			return;
		}
		this.observations.add(CustomerSample.numbers(first, "check " + DataverseSettings.PREFIX
				+ ".fields.phone, and set frontline.default-region if the numbers have no country code"));
		this.observations.add(CustomerSample.owners(first, "check " + DataverseSettings.PREFIX
				+ ".owner-column: users are workers by it. Teams are workers only in shared-owners"));
	}

	private void addSharedOwners() {
		Set<WorkerIdentity> shared = WorkerIdentity
			.setOf(this.settings.sharedOwners().stream().map(String::strip).filter((it) -> !RowId.isId(it)).toList());
		if (shared.stream().anyMatch((it) -> this.crm.users().idsOf(Set.of(it), deadline()).isEmpty())) {
			this.observations.add(Observation.problem(
					"Dataverse does not have each owner in " + DataverseSettings.PREFIX + ".shared-owners",
					"write users as " + DataverseSettings.PREFIX + ".owner-column has them, and teams by their ids"));
		}
	}

	private Observation problem(CrmErrorException failure) {
		String seen = String.valueOf(failure.getMessage());
		return switch (failure.errorClass()) {
			case CREDENTIALS -> Observation.problem("Microsoft Entra or Dataverse does not accept the credentials",
					"check tenant-id, client-id and url below " + DataverseSettings.PREFIX + ", and " + (this.settings
						.hasPrivateKey()
								? "that the certificate is uploaded to the app registration, and the clock of this machine"
								: "client-secret there, which may have expired"));
			case PERMISSION -> Observation.problem(
					"the application user lacks a privilege" + (failure.missingPermissions().isEmpty() ? ""
							: ": " + String.join(", ", failure.missingPermissions())),
					"in the Power Platform admin center, create an application user for the app, and give it a "
							+ "security role that reads the table and users");
			case INVALID_REQUEST -> Observation
				.problem("Dataverse does not know the table " + this.settings.table() + ", or a column of a query",
						"check " + DataverseSettings.PREFIX
								+ ".table and id-column, and names with a dot in fields: the "
								+ "navigation property of a lookup comes before the dot");
			default -> Observation.problem(seen,
					"check " + DataverseSettings.PREFIX + ".url and login-url, and that this machine can reach both");
		};
	}

	private static Deadline deadline() {
		return Deadline.in(LONGEST_WAIT);
	}

}
