package io.frontlineservice.crm.jdbc;

import io.frontlineservice.address.ConfiguredAddresses;
import io.frontlineservice.crm.CrmVendor;
import io.frontlineservice.crm.jdbc.own.OwnTables;
import io.frontlineservice.crm.jdbc.own.Queries;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Names the SQL adapter, checks its settings, and examines its database. */
final class JdbcCrmVendor implements CrmVendor {

	static final String NAME = "jdbc";

	private static final String URL = JdbcCrmSettings.PREFIX + ".url";

	private static final String QUERIES = JdbcCrmSettings.PREFIX + ".queries";

	private static final String FIELDS = JdbcCrmSettings.PREFIX + ".fields";

	@Override
	public String name() {
		return NAME;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(JdbcCrmSettings.class).findings(environment));
		if (findings.stream().noneMatch((it) -> it.key().equals(URL)) && !hasDriver(SettingText.of(environment, URL))) {
			findings.add(new Finding(URL, "must start as the JDBC driver of your database says. PostgreSQL's is built "
					+ "in; add the jar of another one as src/docs/database.md describes"));
		}
		findings.addAll(Binder.get(environment).bindOrCreate(FIELDS, FieldMapping.class).findings(FIELDS));
		if (findings.isEmpty()) {
			findings.addAll(queryFindings(settings(environment), environment));
		}
		return findings;
	}

	private static List<Finding> queryFindings(JdbcCrmSettings settings, Environment environment) {
		if (settings.schema() == TableSchema.OWN) {
			boolean everyoneSeesAll = SettingText.of(environment, "frontline.visibility").equalsIgnoreCase("everyone");
			return OwnTables.findings(settings.queries(), settings.url(), everyoneSeesAll);
		}
		return settings.queries().equals(Queries.NONE) ? List.of() : List.of(new Finding(QUERIES,
				"are for your own tables, but " + JdbcCrmSettings.PREFIX + ".schema is managed: remove one of both"));
	}

	private static boolean hasDriver(String url) {
		try {
			DriverManager.getDriver(url);
			return true;
		}
		catch (SQLException ex) {
			return false;
		}
	}

	@Override
	public List<Observation> examine(Environment environment) {
		try (CustomerDatabase database = open(environment)) {
			return database.examine();
		}
		catch (CrmUnavailableException ex) {
			return List.of(unavailable(ex));
		}
	}

	@Override
	public Optional<CustomerSummary> summary(Environment environment) {
		try (CustomerDatabase database = open(environment)) {
			return database.tables().summary();
		}
		catch (CrmUnavailableException ex) {
			// The examination reports it.
			return Optional.empty();
		}
	}

	static Observation unavailable(CrmUnavailableException failure) {
		return Observation.problem(String.valueOf(failure.getMessage()),
				"check " + URL + ", and that this machine can reach the database");
	}

	private static CustomerDatabase open(Environment environment) {
		return CustomerDatabase.open(settings(environment), ConfiguredAddresses.reader(environment),
				new SimpleMeterRegistry());
	}

	private static JdbcCrmSettings settings(Environment environment) {
		return Binder.get(environment).bindOrCreate(JdbcCrmSettings.PREFIX, JdbcCrmSettings.class);
	}

}
