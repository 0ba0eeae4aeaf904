package io.frontlineservice.crm.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.diagnosis.Outcome;
import io.frontlineservice.sandbox.crm.airtable.FieldType;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import io.frontlineservice.sandbox.crm.airtable.Table;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** The checks of the settings for Airtable, and what the doctor says of the base. */
class AirtableVendorTests {

	private static TestAirtable airtable;

	private final MockEnvironment environment = new MockEnvironment()
		.withProperty("frontline.crm.airtable.access-token", PretendAirtable.ACCESS_TOKEN)
		.withProperty("frontline.crm.airtable.base-id", PretendAirtable.BASE_ID)
		.withProperty("frontline.crm.airtable.table", PretendAirtable.TABLE_ID)
		.withProperty("frontline.crm.airtable.url", airtable.base().server().url().toString());

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
		airtable.table().define("Account", FieldType.LINKS);
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@BeforeEach
	void clear() {
		airtable.table().clear();
		airtable.base().grant(PretendAirtable.SCHEMA_SCOPE);
		airtable.base().grant(PretendAirtable.RECORDS_SCOPE);
	}

	@Test
	void missingSettingsAreFindings() {
		assertThat(new AirtableVendor().findings(new MockEnvironment())).extracting(Finding::key)
			.containsExactlyInAnyOrder("frontline.crm.airtable.access-token", "frontline.crm.airtable.base-id",
					"frontline.crm.airtable.table");
		assertThat(new AirtableVendor().findings(new MockEnvironment())).extracting(Finding::problem)
			.allSatisfy((problem) -> assertThat(problem).startsWith("is missing"));
	}

	@ParameterizedTest
	@CsvSource({ "access-token, my token", "base-id, My base", "base-id, tblPretend0000001", "table, ' '",
			"url, http://api.example.com", "without-owner, somebody", "calls-per-second, 0", "calls-per-second, 51",
			"collaborators, Ada Park", "collaborators, <ada@example.com>", "copy.interval, 1s", "copy.interval, 2d",
			"copy.stale-for, 1m", "fields.customer-id, Id", "fields.details-text, '{{#x'", "fields.phone, 'a{b'",
			"fields.worker, 'a\\b'" })
	void unusableSettingIsFinding(String key, String value) {
		set(key, value);
		assertThat(new AirtableVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.airtable." + key);
	}

	@Test
	void fieldsAreNamedByIdsOrByNames() {
		String id = Table.fieldId("Phone");
		set("fields.phone", id);
		assertThat(new AirtableVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.airtable.fields");
		set("fields.display-name", id);
		set("fields.worker", id);
		set("fields.email", id);
		assertThat(new AirtableVendor().findings(this.environment)).isEmpty();
	}

	@Test
	void copyMayBeOldForLongerThanTwoIntervals() {
		set("copy.interval", "12h");
		assertThat(new AirtableVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.airtable.copy.stale-for");
		set("copy.stale-for", "25h");
		assertThat(new AirtableVendor().findings(this.environment)).isEmpty();
	}

	@Test
	void orderNeedsAField() {
		set("fields.display-name", "");
		assertThat(new AirtableVendor().findings(this.environment)).extracting(Finding::key)
			.containsExactly("frontline.crm.airtable.sort-by");
		set("sort-by", "Number");
		assertThat(new AirtableVendor().findings(this.environment)).isEmpty();
	}

	@Test
	void settingsHaveNoFindings() {
		set("collaborators", "Ada Park <ada@example.com>");
		set("fields.email", "E-mail (work)");
		assertThat(new AirtableVendor().findings(this.environment)).isEmpty();
	}

	@Test
	void baseIsExamined() {
		airtable.table().put(1, Map.of("Name", "Nora", "Owner", "ada@example.com"));
		airtable.table().put(2, Map.of("Name", "Ann", "Owner", "ada@example.com", "Phone", "+14155550101"));
		airtable.table().put(3, Map.of("Name", "Zoe", "Phone", "+14155550102", "Owner", "ben@example.com"));
		assertThat(examine()).extracting(Observation::seen)
			.containsExactly("Airtable answers, and the table has the configured fields",
					"of the first 3 customers, 1 have no usable number", "of the first 3 customers, 0 have no owner");
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
		set("table", PretendAirtable.TABLE_NAME);
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
	}

	@Test
	void copyIsMentioned() {
		airtable.table().put(1, Map.of("Name", "Ann", "Owner", "ada@example.com", "Phone", "+14155550101"));
		set("copy.enabled", "true");
		assertThat(examine()).extracting(Observation::seen)
			.anySatisfy((seen) -> assertThat(seen).contains("/actuator/customerCopy"));
	}

	@Test
	void fieldsThatTheTableLacksAreNamed() {
		set("fields.company", "No such field");
		assertProblem("No such field", "frontline.crm.airtable.fields");
	}

	@Test
	void fieldsThatLinkToRecordsAreNamed() {
		set("fields.company", "Account");
		assertProblem("Account", "lookup field");
	}

	@Test
	void tableThatTheBaseLacksIsProblem() {
		set("table", "Leads");
		assertProblem("does not have the table", "tbl");
	}

	@Test
	void withoutTheScopeForFieldsTheRecordsSayWhatIsWrong() {
		airtable.base().revoke(PretendAirtable.SCHEMA_SCOPE);
		airtable.table().put(1, Map.of("Name", "Ann", "Owner", "ada@example.com", "Phone", "+14155550101"));
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
		set("fields.company", "No such field");
		assertProblem("does not accept the request", "frontline.crm.airtable.fields");
	}

	@Test
	void tableWithoutRecordsIsWarning() {
		assertThat(examine()).extracting(Observation::outcome).containsExactly(Outcome.WARNING);
	}

	@Test
	void userWhoseNameIsUnknownIsProblemWithoutACopy() {
		airtable.table()
			.put(1, Map.of("Name", "Ann", "User", Table.user("ada@example.com", "Ada Park"), "Phone", "+14155550101"));
		set("fields.worker", "User");
		assertThat(examine()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM)
			.singleElement()
			.satisfies((it) -> assertThat(it.seen()).contains("collaborators").doesNotContain("ada@", "Park"));
		set("copy.enabled", "true");
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
		set("copy.enabled", "false");
		set("collaborators", "Ada Park <ada@example.com>");
		assertThat(examine()).extracting(Observation::outcome).containsOnly(Outcome.HOLDS);
	}

	@Test
	void refusedTokenIsOneProblem() {
		set("access-token", "wrong");
		assertThat(examine()).singleElement().satisfies((it) -> {
			assertThat(it.outcome()).isEqualTo(Outcome.PROBLEM);
			assertThat(it.fix()).contains("frontline.crm.airtable.access-token").doesNotContain("wrong");
		});
	}

	@Test
	void missingScopeIsProblem() {
		airtable.base().revoke(PretendAirtable.RECORDS_SCOPE);
		assertProblem("lack a permission", PretendAirtable.RECORDS_SCOPE);
	}

	@Test
	void unreachableAirtableIsOneProblem() {
		set("url", "http://localhost:1");
		assertProblem("did not answer", "frontline.crm.airtable.url");
	}

	private void assertProblem(String seen, String fix) {
		assertThat(examine()).filteredOn((it) -> it.outcome() == Outcome.PROBLEM).singleElement().satisfies((it) -> {
			assertThat(it.seen()).contains(seen);
			assertThat(it.fix()).contains(fix);
		});
	}

	private void set(String key, String value) {
		this.environment.setProperty("frontline.crm.airtable." + key, value);
	}

	private List<Observation> examine() {
		return new AirtableVendor().examine(this.environment);
	}

}
