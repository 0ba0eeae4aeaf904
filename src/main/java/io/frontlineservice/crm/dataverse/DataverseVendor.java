package io.frontlineservice.crm.dataverse;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.WorkersExamination;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Names the Dataverse adapter, checks its settings, and examines the environment. */
final class DataverseVendor implements CrmVendor {

	static final String NAME = "dataverse";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(DataverseSettings.class).findings(environment));
		if (findings.isEmpty()) {
			findings.addAll(SettingsFindings.of(settings(environment)));
		}
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		DataverseSettings settings = settings(environment);
		Clock clock = Clock.systemUTC();
		try (DataverseApi api = DataverseApi.open(settings, clock, new SimpleMeterRegistry())) {
			DataverseCrm crm = new DataverseCrm(settings, api, ConfiguredAddresses.reader(environment),
					Ticker.systemTicker());
			List<Observation> observations = new ArrayList<>(
					new DataverseExamination(settings, api, crm).examine(clock.instant()));
			if (settings.actsAsWorkers() && observations.stream().noneMatch((it) -> it.outcome() == Outcome.PROBLEM)) {
				observations.addAll(WorkersExamination.examine("Dataverse", crm, environment));
			}
			return observations;
		}
	}

	private static DataverseSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(DataverseSettings.PREFIX, DataverseSettings.class);
	}

}
