package io.frontlineservice.crm.salesforce;

import io.frontlineservice.crm.CustomerSample;
import io.frontlineservice.crm.http.ApiAnswer;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * Examines an org for the doctor: whether it answers, what the user may read, a page of
 * customers, and how many calls are left. Called by {@link SalesforceVendor}. Not
 * thread-safe.
 */
final class SalesforceExamination {

	private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

	private static final int FIRST = 200;

	private final SalesforceSettings settings;

	private final SalesforceApi api;

	private final SalesforceCrm crm;

	SalesforceExamination(SalesforceSettings settings, SalesforceApi api, SalesforceCrm crm) {
		this.settings = settings;
		this.api = api;
		this.crm = crm;
	}

	List<Observation> examine() {
		List<Observation> observations = new ArrayList<>();
		try {
			ApiAnswer object = this.api.describe(this.settings.object(), deadline());
			ApiAnswer user = this.api.describe("User", deadline());
			addUsage(object, observations);
			addMissing(this.settings.object(), this.crm.fieldNames(), object, observations);
			Set<String> userFields = new TreeSet<>(SalesforceUsers.fieldNames(this.settings));
			userFields.add("IsActive");
			addMissing("User", userFields, user, observations);
			if (observations.stream().noneMatch((it) -> it.outcome() == Outcome.PROBLEM)) {
				addCustomers(observations);
			}
		}
		catch (CrmErrorException ex) {
			observations.add(problem(ex));
		}
		catch (CrmBusyException ex) {
			observations.add(Observation.problem("the org has used up its calls of the REST API for these 24 hours",
					"see API Usage in the setup of Salesforce"));
		}
		catch (CrmUnavailableException ex) {
			observations.add(Observation.problem(String.valueOf(ex.getMessage()),
					"set it to the current URL that My Domain shows in the setup of Salesforce"));
		}
		return observations;
	}

	private static void addUsage(ApiAnswer answer, List<Observation> observations) {
		ApiUsage usage = ApiUsage.of(answer);
		if (usage != null) {
			String seen = String.format(Locale.ROOT,
					"Salesforce answers; all programs of the org used %,d of %,d calls", usage.used(), usage.limit());
			observations.add(usage.isMuch() ? Observation.warning(seen, "see API Usage in the setup of Salesforce")
					: Observation.holds(seen));
		}
	}

	private static void addMissing(String object, Set<String> wanted, ApiAnswer description,
			List<Observation> observations) {
		Set<String> visible = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		for (JsonNode field : description.body().path("fields")) {
			visible.add(field.path("name").asString(""));
			visible.add(field.path("relationshipName").asString(""));
		}
		Set<String> missing = new TreeSet<>(wanted);
		missing.removeIf((field) -> visible.contains(field.split("\\.", 2)[0]));
		if (!missing.isEmpty()) {
			observations.add(Observation.problem(
					"the user of the service cannot read these fields of " + object + ": " + String.join(", ", missing),
					"let a permission set of the user read them, or remove them from " + SalesforceSettings.PREFIX
							+ ".fields"));
		}
	}

	private void addCustomers(List<Observation> observations) {
		List<CrmCustomer> first = this.crm.list(Audience.EVERYONE, "", null, FIRST, deadline()).customers();
		if (first.isEmpty()) {
			observations.add(Observation.warning("the user of the service sees no customers",
					"check " + SalesforceSettings.PREFIX + ".object, and what the sharing rules let the user see"));
			return;
		}
		observations.add(CustomerSample.numbers(first, "check " + SalesforceSettings.PREFIX
				+ ".fields.phone, and set frontline.default-region if the numbers have no country code"));
	}

	private Observation problem(CrmErrorException failure) {
		return switch (failure.errorClass()) {
			case CREDENTIALS -> Observation.problem("Salesforce does not accept the credentials", signInFix());
			case INVALID_REQUEST -> Observation.problem(
					"the user of the service cannot read the object " + this.settings.object() + ", or the version "
							+ this.settings.apiVersion() + " has been retired",
					"let a permission set of the user read the object");
			case PERMISSION -> Observation.problem("the user of the service may not use the REST API",
					"give the user the permission API Enabled");
			default -> Observation.problem(String.valueOf(failure.getMessage()),
					"check " + SalesforceSettings.PREFIX + ".url, and that this machine can reach it");
		};
	}

	private String signInFix() {
		return this.settings.hasPrivateKey()
				? "check client-id and username, that the certificate of the external client app belongs to "
						+ "private-key, that the user is permitted to use the app, and the clock of this machine"
				: "check client-id and client-secret, and that the external client app permits the client "
						+ "credentials flow with a user to run as";
	}

	private static Deadline deadline() {
		return Deadline.in(LONGEST_WAIT);
	}

}
