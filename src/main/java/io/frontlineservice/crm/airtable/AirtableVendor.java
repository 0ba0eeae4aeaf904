package io.frontlineservice.crm.airtable;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Names the adapter of Airtable, checks its settings, and examines the base. */
final class AirtableVendor implements CrmVendor {

	static final String NAME = "airtable";

	private static final String FIELDS = AirtableSettings.PREFIX + ".fields";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(AirtableSettings.class).findings(environment));
		findings.addAll(new SettingsCheck<>(AirtableCopySettings.class).findings(environment));
		FieldMapping fields = Binder.get(environment).bindOrCreate(FIELDS, FieldMapping.class);
		findings.addAll(fields.findings(FIELDS));
		findings.addAll(AirtableFields.findings(fields, FIELDS));
		if (findings.isEmpty()) {
			addFindings(settings(environment), findings);
			addFindings(copySettings(environment), findings);
		}
		return findings;
	}

	private static void addFindings(AirtableSettings settings, List<Finding> findings) {
		FieldMapping fields = AirtableFields.of(settings);
		List<String> names = new CustomerRecords(fields, settings, new AddressReader(null)).fieldNames();
		if (AirtableFields.areMixed(names)) {
			findings.add(new Finding(FIELDS, "must name all fields by their ids, or all by their names: display-name, "
					+ "phone, email and worker have names unless you set them"));
		}
		if (!settings.collaborators().stream().allMatch(Collaborators::isValid)) {
			findings.add(new Finding(AirtableSettings.PREFIX + ".collaborators",
					"must have entries such as Ada Park <ada@example.com>, with the names that Airtable shows"));
		}
		if (AirtableFields.order(settings, fields).isEmpty()) {
			findings.add(new Finding(AirtableSettings.PREFIX + ".sort-by",
					"is missing: set it to a field, because no field of the name is configured"));
		}
	}

	/** While a copy is not old, its age is not compared with the setting. */
	private static void addFindings(AirtableCopySettings copy, List<Finding> findings) {
		if (copy.staleFor().compareTo(copy.interval().multipliedBy(2)) <= 0) {
			findings.add(new Finding(AirtableCopySettings.PREFIX + ".stale-for",
					"must be more than twice " + AirtableCopySettings.PREFIX + ".interval"));
		}
	}

	@Override
	public List<Observation> examine(Environment environment) {
		AirtableSettings settings = settings(environment);
		try (CrmApi api = AirtableApi.connect(settings, new SimpleMeterRegistry())) {
			return new AirtableExamination(new AirtableApi(api, settings), settings,
					copySettings(environment).enabled(), ConfiguredAddresses.reader(environment))
				.examine();
		}
	}

	private static AirtableSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(AirtableSettings.PREFIX, AirtableSettings.class);
	}

	private static AirtableCopySettings copySettings(Environment environment) {
		return Binder.get(environment).bindOrCreate(AirtableCopySettings.PREFIX, AirtableCopySettings.class);
	}

}
