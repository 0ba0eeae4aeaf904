package io.frontlineservice.crm.jdbc;

import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.jdbc.load.FirstImport;
import io.frontlineservice.crm.reader.ConfiguredCustomerFile;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.env.Environment;

/**
 * Prepares the tables of this service, and imports a file into them if they have no
 * customers. Called by {@link TablePreparation}. Thread-safe.
 */
final class FirstImportPreparation implements Supplier<List<Observation>> {

	private static final String SETTING = JdbcCrmSettings.PREFIX + ".first-import";

	private final CustomerDatabase database;

	private final DatabaseSettings settings;

	private final FileLocation location;

	private final Environment environment;

	FirstImportPreparation(CustomerDatabase database, DatabaseSettings settings, FileLocation location,
			Environment environment) {
		this.database = database;
		this.settings = settings;
		this.location = location;
		this.environment = environment;
	}

	@Override
	public List<Observation> get() {
		List<Observation> found = new ArrayList<>(this.database.prepare());
		if (found.stream().noneMatch((it) -> it.outcome() == Outcome.PROBLEM)) {
			problems()
				.forEach((it) -> found.add(Observation.problem(SETTING + " names a file that cannot be used: " + it,
						"correct the file, or import another one with the command import")));
		}
		return found;
	}

	private List<String> problems() {
		try {
			new FirstImport(this.settings, ConfiguredCustomerFile.from(this.environment), this.location,
					ConfiguredCustomerFile.description(this.environment))
				.run();
			return List.of();
		}
		catch (BadFileException ex) {
			return ex.problems();
		}
	}

}
