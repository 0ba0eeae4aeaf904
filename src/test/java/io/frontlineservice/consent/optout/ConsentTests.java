package io.frontlineservice.consent.optout;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.diagnosis.Finding;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The fields of the CRM about consent, and the check of the settings. */
class ConsentTests {

	private final ConsentValues values = ConsentValues.read();

	@ParameterizedTest
	@ValueSource(strings = { "true", "TRUE", "yes", "Yes.", "1", "ja", "Ja", "oui", "sí", "да", "2027-05-03",
			"2027-05-03T10:00:00Z", "3.5.2027", "05/03/2027", "opted-in" })
	void valuesMeanYes(String value) {
		assertThat(this.values.isYes(value)).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "no", "0", "", " ", "nein", "opted out", "unknown", "2", "-", "0000-00-00",
			"yes, but" })
	void otherValuesMeanNo(String value) {
		assertThat(this.values.isYes(value)).isFalse();
	}

	@Test
	void missingFieldIsNoConsentAndNoOptOut() {
		assertThat(new CrmConsent(this.values, settings(true)).refusal(customer(Map.of())))
			.contains(ConsentRefusal.NO_CONSENT);
		assertThat(new CrmConsent(this.values, settings(false)).refusal(customer(Map.of()))).isEmpty();
		assertThat(new CrmConsent(this.values, settings(true)).refusal(customer(Map.of("consent", true)))).isEmpty();
		assertThat(new CrmConsent(this.values, settings(true))
			.refusal(customer(Map.of("consent", true, "unsubscribed", "2027-01-02"))))
			.contains(ConsentRefusal.OPTED_OUT);
	}

	@Test
	void checkNamesInvalidSettings() {
		MockEnvironment environment = new MockEnvironment().withProperty("frontline.consent.required", "true")
			.withProperty("frontline.consent.opt-out-scope", "everything")
			.withProperty("frontline.consent.stop-words.german", "Schluss")
			.withProperty("frontline.consent.start-words.de", "Weiter");

		assertThat(new ConsentCheck().findings(environment)).extracting(Finding::key)
			.containsExactlyInAnyOrder("frontline.consent.attribute", "frontline.consent.opt-out-scope",
					"frontline.consent.stop-words.german");
		assertThat(new ConsentCheck().findings(new MockEnvironment())).isEmpty();
	}

	private static ConsentSettings settings(boolean required) {
		return new ConsentSettings(OptOutScope.ALL, Map.of(), Map.of(), required, "consent", "unsubscribed", false);
	}

	private static CrmCustomer customer(Map<String, Object> attributes) {
		return new CrmCustomer(new Customer("1001", "Lina", null, null, null, null), Set.of(), List.of(), null, null,
				null, attributes);
	}

}
