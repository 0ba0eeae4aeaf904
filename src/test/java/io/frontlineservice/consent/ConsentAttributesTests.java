package io.frontlineservice.consent;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Attributes in the settings of consent that customers do not have. */
class ConsentAttributesTests {

	private static final CustomerSummary CUSTOMERS = CustomerSummary.ofCounts(9, 0, 0, Map.of(),
			Map.of("sms_consent", 8, "do_not_text", 1));

	@TempDir
	private Path directory;

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = {
			"attribute|sms_consnt|required|no customer has the attribute sms_consnt; the nearest is sms_consent. So workers can write to no customer",
			"opt-out-attribute|donottxt|required|no customer has the attribute donottxt; the nearest is do_not_text. So no customer counts as opted out in the CRM",
			"opt-out-attribute|gone|required|no customer has the attribute gone. So no customer counts as opted out in the CRM",
			"quiet-hours.state-attribute|state|quiet-hours.enabled|no customer has the attribute state. So the state of the US is known by the area code only" })
	void attributeThatNoCustomerHasIsAWarningThatNamesSettingAndFix(String name, String attribute, String flag,
			String expected) {
		String setting = "frontline.consent." + name;
		MockEnvironment environment = new MockEnvironment().withProperty(setting, attribute)
			.withProperty("frontline.consent." + flag, "true");
		assertThat(observations(environment)).containsExactly(Observation.warning(setting + ": " + expected,
				"correct " + setting + ", or let the CRM give customers this attribute"));
	}

	@Test
	void attributesThatCustomersHaveOrThatAreNotUsedAreNoWarnings() {
		assertThat(observations(new MockEnvironment().withProperty("frontline.consent.required", "true")
			.withProperty("frontline.consent.attribute", "sms_consent")
			.withProperty("frontline.consent.opt-out-attribute", "do_not_text"))).isEmpty();
		assertThat(observations(new MockEnvironment().withProperty("frontline.consent.attribute", "gone")
			.withProperty("frontline.consent.quiet-hours.state-attribute", "gone"))).isEmpty();
		assertThat(observations(new MockEnvironment())).isEmpty();
	}

	@Test
	void doctorFindsTheMisspelledAttributeInTheCustomerFile() throws IOException {
		Path file = this.directory.resolve("customers.json");
		Files.writeString(file,
				"[{\"customer_id\": 1, \"display_name\": \"Lina\", \"attributes\": {\"consent\": \"yes\"}}]");
		MockEnvironment environment = new MockEnvironment().withProperty("frontline.crm.file.location", file.toString())
			.withProperty("frontline.consent.required", "true")
			.withProperty("frontline.consent.attribute", "concent");
		ConsentExamination examination = new ConsentExamination();
		assertThat(examination.examine(environment)).singleElement().satisfies((finding) -> {
			assertThat(finding.outcome()).isEqualTo(Outcome.WARNING);
			assertThat(finding.seen()).startsWith("frontline.consent.attribute: ").contains("the nearest is consent");
			assertThat(finding.fix()).startsWith("correct frontline.consent.attribute");
		});
		environment.setProperty("frontline.consent.attribute", "consent");
		assertThat(examination.examine(environment)).containsExactly(
				Observation.holds("frontline.consent.attribute: customers with the attribute consent: 1 of 1"));
		environment.setProperty("frontline.crm.file.location", "none.json");
		assertThat(examination.examine(environment)).singleElement()
			.extracting(Observation::outcome)
			.isEqualTo(Outcome.NOT_EXAMINED);
		assertThat(examination.examine(new MockEnvironment())).isEmpty();
	}

	private static List<Observation> observations(MockEnvironment environment) {
		return new ConsentAttributes(environment, () -> Optional.of(CUSTOMERS)).observations();
	}

}
