package io.frontlineservice.work;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import javax.sql.DataSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What Flyway has noted in the store. Used by {@link StoreMigration} before it loads
 * Flyway, of which the classes alone take a while. Immutable.
 */
final class MigrationHistory {

	/** Where Flyway finds the migrations. */
	private static final String MIGRATIONS = "classpath:db/migration/*.sql";

	private static final String IN_FILE = "select count(*) from sqlite_master where name = 'flyway_schema_history'";

	private static final String IN_DATABASE = "select count(*) from information_schema.tables "
			+ "where table_schema = current_schema() and table_name = 'flyway_schema_history'";

	private final JdbcClient store;

	private final boolean embedded;

	MigrationHistory(DataSource store, boolean embedded) {
		this.store = JdbcClient.create(store);
		this.embedded = embedded;
	}

	/** Whether exactly the migrations of this version have been made, with success. */
	boolean isCurrent() {
		return exists() && made().equals(known());
	}

	private boolean exists() {
		return this.store.sql(this.embedded ? IN_FILE : IN_DATABASE).query(Integer.class).single() == 1;
	}

	private Set<String> made() {
		return this.store.sql("select script, checksum, success from flyway_schema_history where type <> 'BASELINE'")
			.query((row, number) -> row.getBoolean("success") ? row.getString("script") + " " + row.getInt("checksum")
					: "failed")
			.set();
	}

	private static Set<String> known() {
		try {
			Resource[] scripts = new PathMatchingResourcePatternResolver(MigrationHistory.class.getClassLoader())
				.getResources(MIGRATIONS);
			return Arrays.stream(scripts)
				.map((script) -> script.getFilename() + " " + checksum(script))
				.collect(Collectors.toSet());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** That of Flyway: of the lines without their ends. */
	private static int checksum(Resource script) {
		try (BufferedReader lines = new BufferedReader(
				new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
			CRC32 checksum = new CRC32();
			lines.lines().forEach((line) -> checksum.update(line.getBytes(StandardCharsets.UTF_8)));
			return (int) checksum.getValue();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
