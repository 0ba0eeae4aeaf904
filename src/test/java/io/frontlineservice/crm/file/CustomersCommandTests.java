package io.frontlineservice.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** The command that checks a file of customers shows what would be loaded. */
class CustomersCommandTests {

	private static final String FULL = """
			Record ID,First Name,Last Name,Mobile Phone Number,WhatsApp,Contact owner,Contact owner email,Email,Tier
			1,Nora,Lind,+14155550101,+14155550101,Ada Okafor,ada@example.com,nora@example.com,gold
			2,Zoe,Marsh,+14155550102,,Ada Okafor,ada@example.com,zoe@example.com,
			3,Ann,Stone,+14155550103,,Ben Haas,ben@example.com,ann@example.com,
			""";

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	@Test
	void fileWithoutProblemsIsSummarized() throws IOException {
		Path file = write("export.csv", FULL);
		assertThat(run("check", file.toString())).isZero();
		assertThat(printed()).isEqualTo("""
				FILE
				  rows: 3, customers: 3, without a worker: 0
				  usable numbers: 3, not usable: 0
				  columns that are read: customer-id: Record ID; first-name: First Name; last-name: Last Name; \
				worker: Contact owner email, Contact owner; phone: Mobile Phone Number; whatsapp: WhatsApp; email: Email
				  columns that are attributes only: Tier
				  owners: 2 (ada@example.com: 2, ben@example.com: 1)
				  owners without an entry in the worker directory: not compared, set frontline.workers.location
				  problems in rows: 0
				  the file can be used
				""".replace("FILE", file.toString()));
	}

	@Test
	void fileWithoutOwnersSaysSo() throws IOException {
		run("check", write("export.csv", "customer_id,display_name,worker,phone\n1,Nora,,+14155550101\n").toString());
		assertThat(printed()).contains("\n  owners: none\n");
	}

	@Test
	void firstTenProblemsAreShownWithTheirLinesAndWithoutValues() throws IOException {
		StringBuilder text = new StringBuilder("customer_id,display_name,worker,phone,whatsapp,email\n");
		IntStream.range(1, 15).forEach((id) -> text.append(id).append(",Nora Lind,ada@example.com,0155-nora,,\n"));
		assertThat(run("check", write("customers.csv", text.toString()).toString())).isEqualTo(1);
		assertThat(printed())
			.contains("rows: 14, customers: 14", "usable numbers: 0, not usable: 14",
					"problems in rows: 14, the first 10\n    line 2, column 1: the sms channel is left out",
					"\n    line 11, column 1: the sms channel is left out")
			.doesNotContain("line 12", "Nora", "0155");
	}

	@Test
	void errorsOfAllRowsAreShownTogether() throws IOException {
		Path file = write("customers.csv",
				"customer_id,display_name,worker,phone,whatsapp,email\n1,Nora,,,,\n1,Zoe,,,,\n,Ann,,,,\n4,Eve,,,,,,x\n5,Ida,,,,\n");
		assertThat(run("check", file.toString())).isEqualTo(1);
		assertThat(printed()).contains("rows: 5, customers: 2", """
				    line 3, column 1: another customer above has the same customer_id
				    line 4, column 1: this customer has no customer_id
				    line 5, column 1: this line has more fields than the header
				""", "the file cannot be used: fix the errors first");
		assertThat(new FileCrmVendor().findings(TestEnvironment.of("frontline.crm.file.location", file.toString())))
			.hasSize(3);
	}

	@Test
	void missingColumnsAreShown() throws IOException {
		assertThat(run("check", write("customers.csv", "Nr,Wer\n1,Nora\n").toString())).isEqualTo(1);
		assertThat(printed()).contains(
				"the file cannot be used:\n    line 1, column 1: the header has no column customer_id",
				"frontline.crm.file.fields.display-name", "the columns of the file are Nr, Wer");
	}

	@Test
	void settingsOfTheServiceApply() throws IOException {
		Path file = this.folder.resolve("customers.csv");
		Files.write(file, "Nr;Wer;Rufnummer\n1;J\u00F6rg;0151 23456789\n".getBytes(Charset.forName("windows-1252")));
		run("check", file.toString(), "--frontline.crm.file.encoding=windows-1252",
				"--frontline.crm.file.fields.customer-id=Nr", "--frontline.crm.file.fields.display-name=Wer",
				"--frontline.crm.file.fields.phone=Rufnummer", "--frontline.default-region=DE");
		assertThat(printed()).contains("customers: 1, without a worker: 1", "usable numbers: 1, not usable: 0",
				"phone: Rufnummer", "in the file, the header has no column for worker", "the file can be used");
	}

	@Test
	void ownersWithoutAWorkerAreNamedIfTheyAreWorkers() throws IOException {
		Path workers = write("workers.yml", "- identity: ada@example.com\n");
		assertThat(run("check", write("export.csv", FULL).toString(), "--frontline.workers.location=" + workers))
			.isEqualTo(1);
		assertThat(printed()).contains("owners without an entry in the worker directory: 1\n    ben@example.com: 1");
	}

	@Test
	void ownersThatMayBeCustomersAreNotShown() throws IOException {
		StringBuilder text = new StringBuilder("customer_id,display_name,worker\n");
		IntStream.range(1, 30).forEach((id) -> text.append(id).append(",x,Nora Lind ").append(id).append('\n'));
		run("check", write("names.csv", text.toString()).toString());
		run("check", write("numbers.csv", "customer_id,display_name,worker\n1,x,+14155550101\n").toString());
		assertThat(printed()).contains("owners: 29; not shown, as they may be customers", "owners: 1; not shown")
			.doesNotContain("Nora", "4155550101");
	}

	@ParameterizedTest
	@ValueSource(strings = { "customers.json", "customers.yml" })
	void jsonAndYamlAreChecked(String name) throws IOException {
		Path file = write(name, "[{\"customer_id\": 1, \"display_name\": \"Nora\", \"worker\": \"ada@example.com\", "
				+ "\"birthday\": \"1.1.\"},\n {\"customer_id\": 1, \"display_name\": \"Zoe\"}]");
		assertThat(run("check", file.toString())).isEqualTo(1);
		assertThat(printed()).contains("rows: 2, customers: 1", "properties that are not read: birthday",
				"line 2, column 2: another customer above has the same customer_id");
	}

	@Test
	void configuredFileIsCheckedWithoutAnArgument() throws IOException {
		Path file = write("export.csv", FULL);
		assertThat(run("check", "--frontline.crm.file.location=" + file)).isZero();
		assertThat(printed()).startsWith(file.toString());
	}

	@Test
	void argumentGoesBeforeTheSetting() throws IOException {
		Path file = write("export.csv", FULL);
		assertThat(run("--frontline.crm.file.location=none.csv", "check", file.toString())).isZero();
	}

	@Test
	void missingFileIsNamedByThePathThatWasTried() {
		assertThat(run("check", "none.csv")).isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8)).contains(Path.of("none.csv").toAbsolutePath() + ": ",
				"does not exist");
	}

	@Test
	void invalidSettingIsTold() throws IOException {
		assertThat(run("check", write("export.csv", FULL).toString(), "--frontline.crm.file.encoding=utf9"))
			.isEqualTo(1);
		assertThat(this.err.toString(StandardCharsets.UTF_8))
			.contains("frontline.crm.file.encoding must be a charset such as UTF-8");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "import", "check a.csv b.csv", "check --all", "a.csv" })
	void invalidArgumentsPrintTheUsage(String arguments) {
		assertThat(run(arguments.isEmpty() ? new String[0] : arguments.split(" "))).isEqualTo(2);
		assertThat(this.err.toString(StandardCharsets.UTF_8))
			.startsWith("Usage: java -jar frontline-integration-service.jar customers check [FILE]");
	}

	@Test
	void largeFileIsCheckedInOnePass() throws IOException {
		StringBuilder text = new StringBuilder("customer_id,display_name,worker,phone\n");
		IntStream.range(0, 100_000).forEach((id) -> text.append("1,Nora,ada@example.com,call me\n"));
		assertThat(run("check", write("customers.csv", text.toString()).toString())).isEqualTo(1);
		assertThat(printed().lines()).hasSizeLessThan(30);
		assertThat(printed()).contains("rows: 100000, customers: 1");
	}

	private int run(String... arguments) {
		PrintStream output = new PrintStream(this.out, true, StandardCharsets.UTF_8);
		PrintStream errors = new PrintStream(this.err, true, StandardCharsets.UTF_8);
		return new CustomersCommand(CustomersCommandTests::environment).run(output, errors, arguments);
	}

	/** The environment of settings such as {@code --name=value}. */
	private static Environment environment(String... settings) {
		return TestEnvironment.of(Stream.of(settings)
			.flatMap((setting) -> Stream.of(setting.substring(2).split("=", 2)))
			.toArray(String[]::new));
	}

	private String printed() {
		return this.out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	private Path write(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

}
