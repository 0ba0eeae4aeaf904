package io.frontlineservice.crm.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

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
