package io.frontlineservice.crm.hubspot;

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

/** Names the adapter of HubSpot, checks its settings, and examines the account. */
final class HubSpotVendor implements CrmVendor {

	static final String NAME = "hubspot";

	private static final String FIELDS = HubSpotSettings.PREFIX + ".fields";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(HubSpotSettings.class).findings(environment));
		FieldMapping fields = Binder.get(environment).bindOrCreate(FIELDS, FieldMapping.class);
		List<Finding> ofTexts = fields.findings(FIELDS);
		findings.addAll(ofTexts);
		if (ofTexts.isEmpty()) {
			findings.addAll(HubSpotFields.findings(fields, FIELDS));
		}
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		HubSpotSettings settings = Binder.get(environment).bindOrCreate(HubSpotSettings.PREFIX, HubSpotSettings.class);
		try (CrmApi api = HubSpotApi.connect(settings, new SimpleMeterRegistry())) {
			return new HubSpotExamination(new HubSpotApi(api), settings, ConfiguredAddresses.reader(environment))
				.examine();
		}
	}

}
