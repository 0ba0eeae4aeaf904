package io.frontlineservice.crm.rest;

import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Names the adapter of any HTTP API, checks its settings, and examines the API. */
final class RestVendor implements CrmVendor {

	static final String NAME = "rest";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(RestSettings.class).findings(environment));
		if (findings.isEmpty()) {
			findings.addAll(SettingsFindings.of(settings(environment)));
		}
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		RestSettings settings = settings(environment);
		try (RestApi api = RestApi.open(settings, new SimpleMeterRegistry())) {
			return new RestExamination(settings, api, ConfiguredAddresses.reader(environment)).examine();
		}
	}

	private static RestSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(RestSettings.PREFIX, RestSettings.class);
	}

}
