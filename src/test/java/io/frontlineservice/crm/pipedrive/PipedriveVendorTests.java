package io.frontlineservice.crm.pipedrive;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** The checks of the settings for Pipedrive, and what the doctor says of the account. */
class PipedriveVendorTests {

	private static final String PREFIX = "frontline.crm.pipedrive.";

	private final TestPipedrive pipedrive = new TestPipedrive();

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty(PREFIX + "api-token", PretendPipedrive.API_TOKEN)
		.withProperty(PREFIX + "url", this.pipedrive.pipedrive().server().url().toString());

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@Test
	void missingSettingsAreFindings() {
		assertThat(new PipedriveVendor().findings(new MockEnvironment())).allSatisfy((finding) -> {
			assertThat(finding.problem()).startsWith("is missing");
		}).extracting(Finding::key).containsExactlyInAnyOrder(PREFIX + "api-token", PREFIX + "url");
	}

	@ParameterizedTest
	@CsvSource({ "api-token, my token", "url, http://acme.pipedrive.com", "url, acme.pipedrive.com",
			"url, https://api.pipedrive.com", "url, https://api.pipedrive.com/v1", "url, https://app.pipedrive.com",
			"url, https://acme.pipedrive.com/persons", "without-owner, somebody", "without-owner, everyone",
			"searches-per-two-seconds, 0", "calls-per-two-seconds, 1", "fields.customer-id, email",
			"fields.phone, name", "fields.phone, 'phone.mobile,custom_fields.tel'", "fields.whatsapp, WhatsApp",
			"fields.whatsapp-id, name", "fields.chat, name", "fields.worker, owner_id.email",
			"fields.details-text, '{{#x'" })
	void unusableSettingIsFinding(String key, String value) {
		this.environment.setProperty(PREFIX + key, value);
		assertThat(new PipedriveVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly(PREFIX + key);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://acme.pipedrive.com", "https://acme.pipedrive.com/" })
	void settingsHaveNoFindings(String url) {
		this.environment.setProperty(PREFIX + "url", url);
		this.environment.setProperty(PREFIX + "fields.worker", TestPipedrive.SECOND_OWNER);
		this.environment.setProperty(PREFIX + "without-owner", "everyone");
		this.environment.setProperty(PREFIX + "fields.phone", "phone.mobile,phones.value," + TestPipedrive.WHATSAPP);
		this.environment.setProperty(PREFIX + "fields.chat", TestPipedrive.CHAT);
		assertThat(new PipedriveVendor().findings(this.environment)).isEmpty();
	}

	@Test
	void accountIsExamined() {
		this.pipedrive.add(1, "Nora Lind", ADA);
		this.pipedrive.add(2, "Ann Hill", ADA, "+14155550101");
		this.pipedrive.add(3, "Zoe Marsh", ADA, "+14155550102");
		this.environment.setProperty(PREFIX + "fields.chat", TestPipedrive.CHAT);
		assertThat(examine()).extracting(Observation::seen)
			.containsExactly("active users in Pipedrive: 1", "of the first 3 customers, 1 have no usable number");
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
	}

	@Test
	void unknownCustomFieldIsProblem() {
		this.pipedrive.add(1, "Nora Lind", ADA, "+14155550101");
		String key = "0".repeat(40);
		this.environment.setProperty(PREFIX + "fields.attributes.tier", key);
		assertThat(problems()).anySatisfy((it) -> {
			assertThat(it.seen()).contains(key);
			assertThat(it.fix()).contains("frontline.crm.pipedrive.fields");
		});
	}

	@Test
	void accountWithoutPersonsIsWarning() {
		assertThat(examine()).extracting(Observation::outcome).contains(Outcome.WARNING);
	}

	@Test
	void refusedTokenIsOneProblem() {
		this.environment.setProperty(PREFIX + "api-token", "wrong");
		assertThat(examine()).singleElement().satisfies((it) -> {
			assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
			assertThat(it.fix()).contains("frontline.crm.pipedrive.api-token").doesNotContain("wrong");
		});
	}

	@Test
	void missingPermissionIsOneProblem() {
		this.pipedrive.pipedrive().permit(false);
		assertThat(problems()).singleElement().satisfies((it) -> assertThat(it.fix()).contains("may use the API"));
	}

	@Test
	void closedAccountIsOneProblem() {
		this.pipedrive.pipedrive()
			.server()
			.faults()
			.answer((request) -> true, 3, CrmReply.json(402, Map.of("success", false)));
		assertThat(problems()).singleElement().satisfies((it) -> assertThat(it.fix()).contains("paid for"));
	}

	@Test
	void unknownSharedOwnerIsProblem() {
		this.environment.setProperty(PREFIX + "shared-owners", TestPipedrive.LEFT);
		assertThat(problems()).singleElement()
			.satisfies((it) -> assertThat(it.seen()).contains("shared-owners").doesNotContain(TestPipedrive.LEFT));
	}

	@Test
	void usedUpLimitIsProblemForAMinute() {
		this.pipedrive.pipedrive().tokensLeft(0);
		assertThat(problems()).singleElement().satisfies((it) -> assertThat(it.fix()).contains("in a minute"));
	}

	@Test
	void unreachablePipedriveIsOneProblem() {
		this.environment.setProperty(PREFIX + "url", "http://localhost:1");
		assertThat(examine()).singleElement()
			.satisfies((it) -> assertThat(it.fix()).contains("frontline.crm.pipedrive.url"));
	}

	private List<Observation> problems() {
		return examine().stream().filter((it) -> it.outcome() == Outcome.PROBLEM).toList();
	}

	private List<Observation> examine() {
		return new PipedriveVendor().examine(this.environment);
	}

}
