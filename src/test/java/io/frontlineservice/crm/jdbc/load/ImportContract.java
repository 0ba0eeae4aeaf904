package io.frontlineservice.crm.jdbc.load;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.file.FileCrms;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.crm.jdbc.managed.AwkwardCustomers;
import io.frontlineservice.crm.jdbc.managed.ManagedSchema;
import io.frontlineservice.crm.jdbc.managed.ManagedTables;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.reader.CustomerFile;
import io.frontlineservice.crm.reader.FileFields;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FileEncoding;
import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.worker.WorkerIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** What an import does to the tables, in any database that has them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ImportContract {

	private static final String HEADER = "customer_id,display_name,worker,phone\n";

	private static final CustomerFile READER = new CustomerFile(new FileFields(FieldMapping.NONE),
			new AddressReader(null), FileEncoding.UTF_8);

	@TempDir
	protected Path folder;

	private DatabaseSettings settings;

	private CrmDatabase database;

	private ManagedTables tables;

	private ImportRun run;

	abstract String newDatabase();

	@BeforeAll
	void open() {
		this.settings = new DatabaseSettings(newDatabase(), null, null, 2, Duration.ofSeconds(1),
				Duration.ofSeconds(3));
		this.database = CrmDatabase.of(this.settings);
		this.tables = new ManagedTables(this.database, new ManagedSchema(this.settings));
		this.tables.prepare();
	}

	@AfterAll
	void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	@BeforeEach
	void empty() throws SQLException {
		this.run = new ImportRun(this.settings.url());
		execute("delete from frontline_customer", "delete from frontline_customer_owner",
				"delete from frontline_customer_address", "delete from frontline_import");
	}

	@Test
	void customersOfTheFileAreFoundAsTheFileHasThem() throws IOException {
		Path file = csv("1,Nora Lind,ada@example.com,+14155550101\n2,Zoe Marsh,,\n");
		assertThat(this.run.with(file.toString())).isZero();
		assertThat(this.run.out()).contains(file + "\n", "  rows: 2, customers written: 2, rejected: 0, removed: 0 (",
				"  customers without a worker: 1\n");
		assertThat(customers()).isEqualTo(read(file));
	}

	@Test
	void awkwardCustomersAreFoundAsInTheFile() throws IOException {
		Path file = this.folder.resolve("customers.json");
		List<Map<String, ?>> objects = AwkwardCustomers.all().stream().map(ImportContract::properties).toList();
		JsonMapper.shared().writeValue(file.toFile(), objects);
		assertThat(this.run.with(file.toString())).isZero();
		CrmAdapter expected = FileCrms.of(read(file));
		for (String owner : AwkwardCustomers.OWNERS) {
			Audience audience = Audience.of(WorkerIdentity.setOf(List.of(owner)));
			assertThat(new Walk(this.tables, audience, "").inPagesOf(400))
				.isEqualTo(new Walk(expected, audience, "").inPagesOf(400));
		}
		assertThat(customers()).hasSize(1_003).isEqualTo(Walk.all(expected).inPagesOf(1_000));
	}

	/** The customer as an object of a file. */
	private static Map<String, ?> properties(CrmCustomer customer) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("customer_id", customer.id().value());
		properties.put("display_name", customer.name());
		properties.put("workers", customer.owners().stream().map(WorkerIdentity::written).toList());
		properties.put("channels", customer.channels());
		properties.put("links", customer.card().links());
		properties.put("details", customer.card().details());
		properties.put("avatar", customer.card().avatar());
		properties.put("email", String.join(", ", customer.emails()));
		properties.put("company", customer.company());
		properties.put("language", customer.language());
		properties.put("attributes", customer.attributes());
		return properties;
	}

	@Test
	void importAgainReplacesCustomersAndKeepsTheOthers() throws IOException {
		this.run.with(csv("1,Nora,ada@example.com,+14155550101\n2,Zoe,ada@example.com,\n").toString());
		assertThat(this.run.with(csv("1,Nora Lind,ben@example.com,\n3,Ann,,\n").toString())).isZero();
		assertThat(names()).containsExactly("Ann", "Nora Lind", "Zoe");
		assertThat(customers().get(1).channels()).isEmpty();
	}

	@Test
	void replaceRemovesTheCustomersThatTheFileDoesNotHave() throws IOException {
		this.run.with(csv("1,Nora,ada@example.com,+14155550101\n2,Zoe,ada@example.com,+14155550101\n").toString());
		assertThat(this.run.with(csv("2,Zoe,,\n3,Ann,,\n").toString(), "--replace")).isZero();
		assertThat(this.run.out()).contains("removed: 1 (");
		assertThat(names()).containsExactly("Ann", "Zoe");
	}

	@Test
	void replaceRemovesNothingIfARowIsRejectedOrThereAreNoRows() throws IOException {
		this.run.with(csv("1,Nora,,\n").toString());
		assertThat(this.run.with(csv("2,Zoe,,\n,Ann,,\n").toString(), "--replace")).isEqualTo(1);
		assertThat(this.run.err()).contains("  Nothing was removed: --replace needs a file with customers");
		assertThat(this.run.with(csv("").toString(), "--replace")).isEqualTo(1);
		assertThat(names()).containsExactly("Nora", "Zoe");
	}

	@Test
	void rejectedRowsAreToldByLineAndTheOthersImported() throws IOException {
		String rows = "1,Nora,,\n,Otto,,\n2,Zoe,,,x\n1,Nora again,,\n3,Ann,,\n";
		assertThat(this.run.with(csv(rows).toString())).isEqualTo(1);
		assertThat(this.run.out())
			.contains("  rejected: line 3, column 1: this customer has no customer_id",
					"  rejected: line 4, column 1: this line has more fields than the header\n",
					"  rejected: line 5, column 1: another customer above has the same customer_id\n",
					"  rows: 5, customers written: 2, rejected: 3, removed: 0 (")
			.doesNotContain("Nora", "Otto");
		assertThat(names()).containsExactly("Ann", "Nora");
	}

	@Test
	void idThatOccursTwiceIsFoundInAnEarlierBatch() throws IOException {
		StringBuilder rows = new StringBuilder(many(1, 1_100));
		rows.append("7,Again,,\n");
		assertThat(this.run.with(csv(rows.toString()).toString())).isEqualTo(1);
		assertThat(this.run.out()).contains("  rejected: line 1102, column 1: another customer above has the same");
		assertThat(names()).hasSize(1_100).doesNotContain("Again");
	}

	@Test
	void sameRowTwiceInAFileWithoutIdsIsLeftOut() throws IOException {
		Path file = Files.writeString(this.folder.resolve("without-ids.csv"),
				"first_name,last_name,worker,phone,whatsapp,email\nNora,Lind,ada,,,\nNora,Lind,ben,,,\nZoe,Marsh,,,,\n");
		assertThat(this.run.with(file.toString())).isZero();
		assertThat(this.run.out()).contains("  in the file, 1 rows are left out", "customers written: 2, rejected: 0");
		assertThat(customers().get(0).owners()).containsExactly(identity("ada"));
	}

	@Test
	void rowThatTheDatabaseRefusesIsRejectedAlone() throws IOException, SQLException {
		execute("alter table frontline_customer add constraint not_otto check (display_name <> 'Otto')");
		try {
			assertThat(this.run.with(csv("1,Nora,,\n2,Otto,,\n3,Ann,,\n").toString())).isEqualTo(1);
		}
		finally {
			execute("alter table frontline_customer drop constraint not_otto");
		}
		assertThat(this.run.out())
			.containsPattern(
					"  rejected: line 3, column 1: the database does not store this customer: SQLSTATE 23...\n")
			.contains("rows: 3, customers written: 2, rejected: 1");
		assertThat(names()).containsExactly("Ann", "Nora");
	}

	@Test
	void interruptedImportOfTheSameFileContinues() throws IOException {
		Path file = csv(many(1, 1_100) + ",Otto,,\n" + many(1_101, 1_200));
		interrupt(file);
		assertThat(this.run.with(file.toString())).isEqualTo(1);
		assertThat(this.run.out()).contains("  continues after row 1000, where the last import of this file ended\n",
				"rejected: line 1102", "  rows: 1201, customers written: 200, rejected: 1");
		assertThat(names()).hasSize(1_200);
		this.run = new ImportRun(this.settings.url());
		this.run.with(file.toString());
		assertThat(this.run.out()).doesNotContain("continues").contains("customers written: 1200");
	}

	@Test
	void interruptedImportDoesNotContinueAfterAnotherImportOrWithOtherSettings() throws IOException {
		Path file = csv(many(1, 1_100));
		interrupt(file);
		this.run.with(file.toString(), "--frontline.default-region=DE");
		assertThat(this.run.out()).doesNotContain("continues").contains("customers written: 1100");
		this.run.with(file.toString());
		assertThat(this.run.out()).doesNotContain("continues");
		assertThat(names()).hasSize(1_100);
	}

	@Test
	void olderOfTwoImportsEnds() throws IOException {
		Path file = csv(many(1, 1_100));
		Path other = Files.writeString(this.folder.resolve("other.csv"), HEADER + "1,Newer,,\n");
		ImportRun newer = new ImportRun(this.settings.url());
		assertThat(catchThrowable(() -> runWith(file, () -> newer.with(other.toString()))))
			.hasMessage("another import has been started: this one ends here");
		assertThat(newer.out()).contains("customers written: 1");
		assertThat(customers()).anyMatch((it) -> it.name().equals("Newer"));
	}

	@Test
	void firstImportIsDoneOnlyWithoutCustomersAndToItsEnd() throws IOException {
		Path file = csv(many(1, 1_100));
		interrupt(file);
		firstImport(file);
		assertThat(names()).hasSize(1_100);
		firstImport(csv("7,Nora,,\n8000,Zoe,,\n"));
		assertThat(names()).hasSize(1_100).containsOnly("Customer");
	}

	private void firstImport(Path file) {
		new FirstImport(this.settings, READER, FileLocation.of(file.toString()), ImportRun.NO_SETTINGS).run();
	}

	/** Ends an import after its first batch. */
	private void interrupt(Path file) {
		assertThatIllegalStateException().isThrownBy(() -> runWith(file, () -> {
			throw new IllegalStateException("interrupted");
		}));
	}

	private void runWith(Path file, Runnable afterBatch) throws IOException {
		FileLocation location = FileLocation.of(file.toString());
		new FileImport(this.settings, READER).run(location, FileFingerprint.of(location, ImportRun.NO_SETTINGS), false,
				new ImportLog() {
					@Override
					public void continuesAfter(long rows) {
						throw new AssertionError("It continues");
					}

					@Override
					public void rejected(BadFileException error) {
						throw error;
					}

					@Override
					public void stored(long rows) {
						afterBatch.run();
					}
				});
	}

	private Path csv(String rows) throws IOException {
		return Files.writeString(this.folder.resolve("customers.csv"), HEADER + rows);
	}

	private static String many(int from, int to) {
		StringBuilder rows = new StringBuilder();
		IntStream.rangeClosed(from, to).forEach((id) -> rows.append(id).append(",Customer,,\n"));
		return rows.toString();
	}

	protected List<CrmCustomer> customers() {
		return Walk.all(this.tables).inPagesOf(1_000);
	}

	private List<String> names() {
		return customers().stream().map(CrmCustomer::name).toList();
	}

	/** The customers of that file, in its order. */
	protected static List<CrmCustomer> read(Path file) throws IOException {
		List<CrmCustomer> customers = new ArrayList<>();
		READER.read(FileLocation.of(file.toString()), new LoadReport(), (row) -> customers.add(row.customer()));
		return customers;
	}

	private void execute(String... statements) throws SQLException {
		try (Connection connection = new ManagedSchema(this.settings).connections().getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

}
