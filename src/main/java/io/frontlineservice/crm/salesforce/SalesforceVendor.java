package io.frontlineservice.crm.salesforce;

import com.github.benmanes.caffeine.cache.Ticker;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
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
		try (SalesforceApi api = SalesforceApi.open(settings, Clock.systemUTC(), new SimpleMeterRegistry())) {
			SalesforceCrm crm = new SalesforceCrm(settings, api, addresses(environment), Ticker.systemTicker());
			return new SalesforceExamination(settings, api, crm).examine();
		}
	}

	private static SalesforceSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(SalesforceSettings.PREFIX, SalesforceSettings.class);
	}

	private static AddressReader addresses(Environment environment) {
		String region = SettingText.of(environment, "frontline.default-region");
		return new AddressReader(AddressReader.knowsRegion(region) ? region : null);
	}

}
