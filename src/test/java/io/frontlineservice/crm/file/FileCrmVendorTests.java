package io.frontlineservice.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.diagnosis.CheckedContent;
import io.frontlineservice.diagnosis.Outcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** The doctor's report on a file of customers. */
class FileCrmVendorTests {

	private static final String CUSTOMERS = """
			[{"customer_id": 1, "display_name": "Nora Lind", "worker": "ada@example.com",
			  "channels": [{"type": "sms", "value": "(415) 555-0177"}, {"type": "whatsapp", "value": "+1 call me"}]},
			 {"customer_id": 2, "display_name": "Zoe Marsh", "channels": [{"type": "sms", "value": "+14155550101"}]}]""";

	@TempDir
	private Path folder;

	@Test
	void customersAreCountedAndSoAreNumbersThatCannotBeUsed() throws IOException {
		assertThat(seen(CUSTOMERS)).containsExactly("HOLDS customers in the file: 2, without a worker: 1",
				"HOLDS rows in the file: 2, usable numbers: 1", "HOLDS owners: 1 (ada@example.com: 1)",
				"WARNING numbers of customers that cannot be used: 2", "WARNING problems in rows of the file: 2");
	}

	@Test
	void startUsesWhatTheCheckHasRead() throws IOException {
		Path file = Files.writeString(this.folder.resolve("customers.json"), CUSTOMERS);
		new ApplicationContextRunner().withPropertyValues("frontline.crm.file.location=" + file)
			.withInitializer((context) -> {
				CheckedContent.addTo(context.getEnvironment());
				assertThat(new FileCrmVendor().findings(context.getEnvironment())).isEmpty();
				Object read = CheckedContent.take(context.getEnvironment(), FileCrmVendor.LOCATION).orElseThrow();
				CheckedContent.keep(context.getEnvironment(), FileCrmVendor.LOCATION, read);
			})
			.withUserConfiguration(FileCrmConfiguration.class)
			.withBean(AddressReader.class, () -> new AddressReader(null))
			.run((context) -> {
				assertThat(context.getBean(CrmAdapter.class).summary()).isPresent();
				assertThat(CheckedContent.take(context.getEnvironment(), FileCrmVendor.LOCATION)).isEmpty();
			});
	}

	@Test
	void numbersAreReadInTheDefaultRegion() throws IOException {
		assertThat(seen(CUSTOMERS, "frontline.default-region", "US")).containsExactly(
				"HOLDS customers in the file: 2, without a worker: 1", "HOLDS rows in the file: 2, usable numbers: 2",
				"HOLDS owners: 1 (ada@example.com: 1)", "WARNING numbers of customers that cannot be used: 1",
				"WARNING problems in rows of the file: 1");
		assertThat(seen(CUSTOMERS, "frontline.default-region", "nowhere"))
			.contains("WARNING numbers of customers that cannot be used: 2");
	}

	@Test
	void aFileWithoutCustomersIsAWarning() throws IOException {
		assertThat(seen("[]")).containsExactly("WARNING the file has no customers");
	}

	@Test
	void aHeaderThatIsNotUnderstoodIsAWarning() throws IOException {
		Path file = Files.writeString(this.folder.resolve("customers.csv"),
				"customer_id,display_name,worker,Rufnummer\n1,Nora,ada@example.com,+14155550101\n");
		assertThat(new FileCrmVendor().examine(TestEnvironment.of("frontline.crm.file.location", file.toString())))
			.anyMatch((it) -> it.outcome() == Outcome.WARNING && it.seen().contains("Rufnummer")
					&& it.seen().contains("frontline.crm.file.fields.phone"));
	}

	@Test
	void fileOfAnotherCharsetIsReadIfTheSettingNamesIt() throws IOException {
		byte[] text = "customer_id,display_name\n1,J\u00F6rg\n".getBytes(Charset.forName("windows-1252"));
		String file = Files.write(this.folder.resolve("customers.csv"), text).toString();
		assertThat(findings("frontline.crm.file.location", file)).containsExactly(
				"frontline.crm.file.location names a file that cannot be used: line 2, column 4: the byte F6 is not "
						+ "UTF-8; in Windows-1252, it is \u00F6: save the file as CSV in UTF-8 (\"CSV UTF-8\" in Excel), or set "
						+ "frontline.crm.file.encoding to its charset, such as windows-1252 (" + file + ")");
		assertThat(findings("frontline.crm.file.location", file, "frontline.crm.file.encoding", "windows-1252"))
			.isEmpty();
		assertThat(findings("frontline.crm.file.location", file, "frontline.crm.file.encoding", "windows1252x"))
			.containsExactly("frontline.crm.file.encoding must be a charset such as UTF-8 or windows-1252");
	}

	@Test
	void startIsRefusedWithEveryProblemAndThePath() throws IOException {
		String file = Files.writeString(this.folder.resolve("customers.csv"), "Nr,Wer\n1,Nora\n").toString();
		assertThat(findings("frontline.crm.file.location", file)).hasSize(4)
			.allMatch((it) -> it
				.startsWith("frontline.crm.file.location names a file that cannot be used: line 1, column 1: ")
					&& it.endsWith(" (" + file + ")"));
	}

	private static List<String> findings(String... settings) {
		return new FileCrmVendor().findings(TestEnvironment.of(settings))
			.stream()
			.map((it) -> it.key() + " " + it.problem())
			.toList();
	}

	private List<String> seen(String customers, String... settings) throws IOException {
		Path file = Files.writeString(this.folder.resolve("customers.json"), customers);
		String[] all = Arrays.copyOf(settings, settings.length + 2);
		all[settings.length] = "frontline.crm.file.location";
		all[settings.length + 1] = file.toString();
		return new FileCrmVendor().examine(TestEnvironment.of(all))
			.stream()
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

}
