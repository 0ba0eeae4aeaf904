package io.frontlineservice.crm.hubspot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** The checks of the settings for HubSpot, and what the doctor says of the account. */
class HubSpotVendorTests {

	private final TestHubSpot hubSpot = new TestHubSpot();

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("frontline.crm.hubspot.access-token", PretendHubSpot.ACCESS_TOKEN)
		.withProperty("frontline.crm.hubspot.url", this.hubSpot.account().server().url().toString());

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@Test
	void missingKeyIsFinding() {
		assertThat(new HubSpotVendor().findings(new MockEnvironment())).singleElement().satisfies((finding) -> {
			assertThat(finding.key()).isEqualTo("frontline.crm.hubspot.access-token");
			assertThat(finding.problem()).startsWith("is missing");
		});
	}

	@ParameterizedTest
	@CsvSource({ "access-token, my key", "url, http://api.example.com", "url, api.example.com", "portal-id, my-portal",
			"sort-by, Last Name", "without-owner, somebody", "searches-per-second, 0", "calls-per-ten-seconds, 1",
			"fields.customer-id, email", "fields.phone, 'a,b,c,d,e,f'", "fields.chat, 'a,b,c,d,e,f'",
			"fields.worker, 'a,b,c,d,e'", "fields.details-text, '{{#x'" })
	void unusableSettingIsFinding(String key, String value) {
		this.environment.setProperty("frontline.crm.hubspot." + key, value);
		assertThat(new HubSpotVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.hubspot." + key);
	}

	@Test
	void tooManyPropertiesAreFinding() {
		String text = IntStream.range(0, 60).mapToObj("{{some_property_%d}}"::formatted).collect(Collectors.joining());
		this.environment.setProperty("frontline.crm.hubspot.fields.details-text", text);
		assertThat(new HubSpotVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.hubspot.fields");
	}

	@Test
	void settingsHaveNoFindings() {
		assertThat(new HubSpotVendor().findings(this.environment)).isEmpty();
	}

	@Test
	void accountIsExamined() {
		this.hubSpot.add(1, "Nora", "Lind", ADA);
		this.hubSpot.account().contacts().put(2, Map.of("lastname", "Hill", "phone", "+14155550101"));
		this.hubSpot.account().contacts().put(3, Map.of("lastname", "Marsh", "mobilephone", "+14155550102"));
		assertThat(examine()).extracting(Observation::seen)
			.contains("owners in HubSpot: 1", "contacts in HubSpot: 3",
					"of the first 3 customers, 1 have no usable number");
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
	}

	@Test
	void propertiesWithoutValuesAreNamed() {
		this.environment.setProperty("frontline.crm.hubspot.fields.company", "no_such_property");
		this.hubSpot.add(1, "Nora", "Lind", ADA);
		assertThat(examine()).extracting(Observation::seen)
			.anySatisfy((seen) -> assertThat(seen).contains("no_such_property").doesNotContain("lastname"));
	}

	@Test
	void accountWithoutContactsIsWarning() {
		assertThat(examine()).extracting(Observation::outcome).contains(Outcome.WARNING);
	}

	@Test
	void refusedKeyIsOneProblem() {
		this.environment.setProperty("frontline.crm.hubspot.access-token", "wrong");
		assertThat(examine()).singleElement().satisfies((it) -> {
			assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
			assertThat(it.fix()).contains("frontline.crm.hubspot.access-token").doesNotContain("wrong");
		});
	}

	@Test
	void missingScopeIsNamed() {
		this.hubSpot.add(1, "Nora", "Lind", ADA);
		this.hubSpot.account().revoke(PretendHubSpot.OWNERS_SCOPE);
		assertThat(examine()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> assertThat(it.fix()).contains(PretendHubSpot.OWNERS_SCOPE));
	}

	@Test
	void propertyThatHubSpotDoesNotHaveIsProblem() {
		this.environment.setProperty("frontline.crm.hubspot.sort-by", "no_such_property");
		assertThat(examine()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> assertThat(it.fix()).contains("sort-by"));
	}

	@Test
	void unknownSharedOwnerIsProblem() {
		this.environment.setProperty("frontline.crm.hubspot.shared-owners", "info@example.com");
		assertThat(examine()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> assertThat(it.seen()).contains("shared-owners").doesNotContain("info@"));
	}

	@Test
	void unreachableHubSpotIsOneProblem() {
		this.environment.setProperty("frontline.crm.hubspot.url", "http://localhost:1");
		assertThat(examine()).singleElement()
			.satisfies((it) -> assertThat(it.fix()).contains("frontline.crm.hubspot.url"));
	}

	private List<Observation> examine() {
		return new HubSpotVendor().examine(this.environment);
	}

}
