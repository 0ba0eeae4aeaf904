package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Names the adapter of Pipedrive, checks its settings, and examines the account. */
final class PipedriveVendor implements CrmVendor {

	static final String NAME = "pipedrive";

	private static final String FIELDS = PipedriveSettings.PREFIX + ".fields";

	private static final Pattern OTHER_URL = Pattern.compile("https?://(?:(?:api|app)\\.pipedrive\\.com|[^/]+/.*)");

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(PipedriveSettings.class).findings(environment));
		if (findings.isEmpty()) {
			findings.addAll(findings(settings(environment)));
		}
		FieldMapping fields = Binder.get(environment).bindOrCreate(FIELDS, FieldMapping.class);
		findings.addAll(fields.findings(FIELDS));
		findings.addAll(PipedriveFields.findings(fields, FIELDS));
		return findings;
	}

	private static List<Finding> findings(PipedriveSettings settings) {
		List<Finding> findings = new ArrayList<>();
		if (OTHER_URL.matcher(settings.url().base()).matches()) {
			findings.add(new Finding(PipedriveSettings.PREFIX + ".url",
					"must be the URL of your account without a path, such as https://acme.pipedrive.com"));
		}
		List<String> worker = settings.fields().configured(CustomerField.WORKER);
		if (settings.withoutOwner() == WithoutOwner.EVERYONE
				&& (worker == null || worker.contains(PipedriveFields.OWNER))) {
			findings.add(new Finding(PipedriveSettings.PREFIX + ".without-owner",
					"has no effect, because each person has an owner in Pipedrive: remove it, or set " + FIELDS
							+ ".worker to a custom field"));
		}
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		PipedriveSettings settings = settings(environment);
		try (CrmApi api = PipedriveApi.connect(settings, new SimpleMeterRegistry())) {
			return new PipedriveExamination(new PipedriveApi(api, settings), settings,
					ConfiguredAddresses.reader(environment))
				.examine();
		}
	}

	private static PipedriveSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(PipedriveSettings.PREFIX, PipedriveSettings.class);
	}

}
