package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.WorkersExamination;
import io.frontlineservice.crm.http.TokenStore;
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

/** Names the Salesforce adapter, checks its settings, and examines the org. */
final class SalesforceVendor implements CrmVendor {

	static final String NAME = "salesforce";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(SalesforceSettings.class).findings(environment));
		if (findings.isEmpty()) {
			findings.addAll(SettingsFindings.of(settings(environment)));
		}
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		SalesforceSettings settings = settings(environment);
		if (settings.hasRefreshToken()) {
			return List.of(Observation.notExamined(
					"refresh tokens of Salesforce replace each other, so only the running service may use them",
					"see its log, and the metrics frontline_crm_token_refreshes_total and frontline_crm_http_error"));
		}
		try (SalesforceApi api = SalesforceApi.open(settings, SalesforceVendor::noStore, Clock.systemUTC(),
				new SimpleMeterRegistry())) {
			SalesforceCrm crm = new SalesforceCrm(settings, api, ConfiguredAddresses.reader(environment),
					Ticker.systemTicker());
			List<Observation> observations = new ArrayList<>(new SalesforceExamination(settings, api, crm).examine());
			if (settings.actsAsWorkers() && observations.stream().noneMatch((it) -> it.outcome() == Outcome.PROBLEM)) {
				observations.addAll(WorkersExamination.examine("Salesforce", crm, environment));
			}
			return observations;
		}
	}

	private static TokenStore noStore() {
		throw new IllegalStateException("The doctor uses no refresh tokens");
	}

	private static SalesforceSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(SalesforceSettings.PREFIX, SalesforceSettings.class);
	}

}
