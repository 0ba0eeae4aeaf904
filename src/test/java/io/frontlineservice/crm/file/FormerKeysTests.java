package io.frontlineservice.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The former keys of the settings still work, and a warning names the new ones. */
@ExtendWith(OutputCaptureExtension.class)
class FormerKeysTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(FileCrmConfiguration.class, Settings.class)
		.withBean(AddressReader.class, "US");

	@TempDir
	private Path folder;

	@Test
	void formerKeysNameColumnsAndAreWarnedOfOnce(CapturedOutput output) throws IOException {
		this.context
			.withPropertyValues("frontline.crm.file.location=" + file(), "frontline.crm.file.columns.display-name=Wer",
					"frontline.crm.file.columns.customer-id=Nr")
			.run((started) -> assertThat(names(started.getBean(CrmAdapter.class))).containsExactly("Nora"));
		assertThat(output.getOut())
			.containsOnlyOnce("frontline.crm.file.columns is deprecated: rename it to frontline.crm.file.fields");
	}

	@Test
	void newKeysGoBeforeTheFormerOnes(CapturedOutput output) throws IOException {
		this.context
			.withPropertyValues("frontline.crm.file.location=" + file(), "frontline.crm.file.columns.display-name=Was",
					"frontline.crm.file.fields.display-name=Wer", "frontline.crm.file.fields.customer-id=Nr")
			.run((started) -> assertThat(names(started.getBean(CrmAdapter.class))).containsExactly("Nora"));
	}

	@Test
	void newKeysAloneAreNotWarnedOf(CapturedOutput output) throws IOException {
		this.context
			.withPropertyValues("frontline.crm.file.location=" + file(), "frontline.crm.file.fields.display-name=Wer",
					"frontline.crm.file.fields.customer-id=Nr")
			.run((started) -> assertThat(names(started.getBean(CrmAdapter.class))).containsExactly("Nora"));
		assertThat(output.getOut()).doesNotContain("deprecated");
	}

	@Test
	void checksReadTheFormerKeysToo() throws IOException {
		assertThat(new FileCrmVendor().findings(TestEnvironment.of("frontline.crm.file.location", file(),
				"frontline.crm.file.columns.display-name", "Wer", "frontline.crm.file.columns.customerid", "Nr")))
			.isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "frontline.crm.file.columns.display_name, frontline.crm.file.columns.customer_id",
			"frontline.crm.file.columns.displayName, frontline.crm.file.columns.CUSTOMER_ID" })
	void formerKeysCanBeSpelledAsSettingsCan(String name, String id) throws IOException {
		this.context.withPropertyValues("frontline.crm.file.location=" + file(), name + "=Wer", id + "=Nr")
			.run((started) -> assertThat(names(started.getBean(CrmAdapter.class))).containsExactly("Nora"));
		assertThat(startCheck(location(), name, "Wer", id, "Nr")).isEmpty();
	}

	@Test
	void formerKeysCanBeEnvironmentVariables() throws IOException {
		Map<String, Object> variables = Map.of("FRONTLINE_CRM_FILE_COLUMNS_CUSTOMER_ID", "Nr",
				"FRONTLINE_CRM_FILE_COLUMNS_DISPLAYNAME", "Wer");
		this.context.withPropertyValues("frontline.crm.file.location=" + file())
			.withInitializer((started) -> started.getEnvironment()
				.getPropertySources()
				.addFirst(new SystemEnvironmentPropertySource("variables-systemEnvironment", variables)))
			.run((started) -> assertThat(names(started.getBean(CrmAdapter.class))).containsExactly("Nora"));
	}

	@Test
	void formerKeyThatDoesNotExistIsFoundAtTheStart() throws IOException {
		assertThat(startCheck(location(), "frontline.crm.file.columns.display-name", "Wer",
				"frontline.crm.file.columns.customer-id", "Nr", "frontline.crm.file.columns.phon", "Tel"))
			.containsExactly("frontline.crm.file.columns.phon");
	}

	@Test
	void formerNameKeepsItsCommaAndBlankNameExcludesTheColumn() throws IOException {
		String file = Files
			.writeString(this.folder.resolve("customers.csv"),
					"customer_id,display_name,\"Tel, mobil\",whatsapp\n1,Nora,+14155550101,+14155550102\n")
			.toString();
		this.context
			.withPropertyValues("frontline.crm.file.location=" + file, "frontline.crm.file.columns.phone=Tel, mobil",
					"frontline.crm.file.columns.whatsapp=")
			.run((started) -> assertThat(Walk.all(started.getBean(CrmAdapter.class)).inPagesOf(10).get(0).channels())
				.extracting(Channel::value)
				.containsExactly("+14155550101"));
	}

	@Test
	void formerKeysAreForCsvOnly() throws IOException {
		String file = Files
			.writeString(this.folder.resolve("customers.json"), "[{\"customer_id\": 1, \"display_name\": \"Nora\"}]")
			.toString();
		this.context
			.withPropertyValues("frontline.crm.file.location=" + file, "frontline.crm.file.columns.display-name=Wer",
					"frontline.crm.file.columns.customer-id=Nr")
			.run((started) -> assertThat(names(started.getBean(CrmAdapter.class))).containsExactly("Nora"));
	}

	private String[] location() throws IOException {
		return new String[] { "frontline.crm.file.location", file() };
	}

	/** The settings below this adapter that the check at the start refuses. */
	private static List<String> startCheck(String[] location, String... settings) {
		Environment environment = TestEnvironment
			.of(Stream.concat(Stream.of(location), Stream.of(settings)).toArray(String[]::new));
		return SpringFactoriesLoader.forDefaultResourceLocation()
			.load(Check.class)
			.stream()
			.flatMap((check) -> check.findings(environment).stream())
			.map(Finding::key)
			.filter((key) -> key.startsWith("frontline.crm.file"))
			.toList();
	}

	private String file() throws IOException {
		return Files.writeString(this.folder.resolve("customers.csv"), "Nr,Wer\n1,Nora\n").toString();
	}

	private static List<String> names(CrmAdapter adapter) {
		return Walk.all(adapter).inPagesOf(10).stream().map(CrmCustomer::name).toList();
	}

	@EnableConfigurationProperties(FileCrmSettings.class)
	static class Settings {

	}

}
