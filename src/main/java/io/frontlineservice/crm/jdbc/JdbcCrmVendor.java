package io.frontlineservice.crm.jdbc;

import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Names the SQL adapter, checks its settings, and examines its database. */
final class JdbcCrmVendor implements CrmVendor {

	static final String NAME = "jdbc";

	private static final String FIELDS = JdbcCrmSettings.PREFIX + ".fields";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(JdbcCrmSettings.class).findings(environment));
		findings.addAll(Binder.get(environment).bindOrCreate(FIELDS, FieldMapping.class).findings(FIELDS));
		return findings;
	}

	@Override
	public List<Observation> examine(Environment environment) {
		return List.of();
	}

}
