package io.frontlineservice.crm.airtable;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import io.frontlineservice.sandbox.crm.airtable.Table;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests that Airtable receives. */
class AirtableRequestTests {

	private static final String OWNERS = "';'&REGEX_REPLACE(TRIM(LOWER({Owner}&'')),' *[;|,\\n\\r]+ *',';')&';'";

	private static final String REST = """
			"fields":["Email","Name","Owner","Phone"],"sort":[{"field":"Name","direction":"asc"}]""";

	private static TestAirtable airtable;

	private final AirtableCrm crm = airtable.crm(airtable.settings(FieldMapping.NONE));

	@BeforeAll
	static void start() {
		airtable = new TestAirtable();
	}

	@AfterAll
	static void stop() {
		airtable.close();
	}

	@BeforeEach
	void clear() {
		airtable.table().clear();
		airtable.requests();
	}

	@Test
	void everyRequestIsAPostWithTheToken() {
		this.crm.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		assertThat(airtable.requests()).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.path())
				.isEqualTo("/v0/" + PretendAirtable.BASE_ID + "/" + PretendAirtable.TABLE_ID + "/listRecords");
			assertThat(request.query()).isEmpty();
			assertThat(request.header("Authorization")).isEqualTo("Bearer " + PretendAirtable.ACCESS_TOKEN);
			assertThat(request.header("Content-Type")).startsWith("application/json");
		});
	}

	@Test
	void listOfEveryoneHasNoFormula() {
		this.crm.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		assertQuery("{%s,\"pageSize\":6}".formatted(REST));
	}

	@Test
	void listFindsTheOwnersInOneText() {
		this.crm.list(audience(ADA), "", null, 5, Walk.soon());
		assertFormula("OR(FIND(';*;',%1$s),FIND(';ada@example.com;',%1$s),FIND(';info@example.com;',%1$s))"
			.formatted(OWNERS));
	}

	@Test
	void userFieldsAreComparedByNamesToo() {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.WORKER, List.of("User")));
		airtable
			.crm(airtable.settings(fields, WithoutOwner.NOBODY,
					List.of("Ada Park <ADA@example.com>", "Berg, Lina <lina@example.com>")))
			.list(new Audience(false, WorkerIdentity.setOf(List.of(ADA, "lina@example.com"))), "", null, 5,
					Walk.soon());
		String users = OWNERS.replace("Owner", "User");
		assertFormula(
				"OR(FIND(';ada park;',%1$s),FIND(';ada@example.com;',%1$s),FIND(';berg;lina;',%1$s),FIND(';lina@example.com;',%1$s))"
					.formatted(users));
	}

	@Test
	void customersWithoutOwnerHaveEmptyFields() {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.WORKER, List.of("Owner", "Users")));
		airtable.crm(airtable.settings(fields, WithoutOwner.EVERYONE, List.of()))
			.list(audience(), "", null, 5, Walk.soon());
		String both = "OR(FIND(';*;',%1$s),FIND(';info@example.com;',%1$s))";
		assertFormula("OR(" + both.formatted(OWNERS) + "," + both.formatted(OWNERS.replace("Owner", "Users"))
				+ ",AND({Owner}&''='',{Users}&''=''))");
	}

	@Test
	void wordsBeginNamesOrAreInEmailAddresses() {
		this.crm.list(Audience.EVERYONE, "Ann O'Brien", null, 5, Walk.soon());
		assertFormula("AND(OR(FIND(' ann',' '&LOWER({Name}&'')),FIND('ann',LOWER({Email}&''))),"
				+ "OR(FIND(' o\\'brien',' '&LOWER({Name}&'')),FIND('o\\'brien',LOWER({Email}&''))))");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+1 (415) 555-0101 | 14155550101
			030 / 12 34 56    | 30123456
			""")
	void numberIsSearchedByItsDigits(String typed, String digits) {
		this.crm.list(Audience.EVERYONE, typed, null, 5, Walk.soon());
		assertFormula("FIND('" + digits + "',REGEX_REPLACE({Phone}&'','[^0-9]+',''))");
	}

	@ParameterizedTest
	@ValueSource(strings = { "O'Brien", "a\\", "\\'", "')", "'&RECORD_ID()&'", "{Name}", "}", "\"", "100%_",
			"'),1)=1,OR(1", "\\\\'),OR(1,('", "*", "[^a]+", "\uD83D\uDE00", "FIND('a',{Name})" })
	void whatAWorkerTypesIsOnlyEverAText(String typed) {
		airtable.add(1, "Nora " + typed, ADA);
		airtable.add(2, "Ann Hill", ADA);
		assertThat(ids(this.crm.list(audience(ADA), typed, null, 5, Walk.soon()).customers()))
			.containsExactly(Table.id(1));
		assertThat(ids(this.crm.list(audience(ADA), "nora " + typed, null, 5, Walk.soon()).customers()))
			.containsExactly(Table.id(1));
		assertThat(this.crm.list(audience(typed), "", null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
	}

	@ParameterizedTest
	@ValueSource(strings = { "O'Brien", "a\\", "'),1,FIND('", "{Name}", "a\nb\tc\rd", "ui-\uD83D\uDE00", "1=1" })
	void whatAPhoneSendsIsOnlyEverAText(String identity) {
		airtable.table().put(1, Map.of("Name", "Nora", "Chat id}", identity));
		airtable.table().put(2, Map.of("Name", "Ann", "Chat id}", "ann"));
		assertThat(ids(airtable.crm().byAddress(chat(identity), Walk.soon()))).containsExactly(Table.id(1));
	}

	@Test
	void characterThatNoTextHasBecomesABlank() {
		assertThat(FormulaText.literal("a\u0000b\uD800c\u0085")).isEqualTo("'a b c '");
	}

	@Test
	void longSearchFindsNoCustomerWithoutARequest() {
		assertThat(this.crm.list(Audience.EVERYONE, "a".repeat(3_000), null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(airtable.requests()).isEmpty();
	}

	@Test
	void listNeedsAFieldOfOwners() {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.WORKER, List.of()));
		airtable.add(1, "Nora", ADA);
		AirtableCrm without = airtable.crm(airtable.settings(fields));
		assertThat(without.list(audience(ADA), "", null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(without.list(Audience.EVERYONE, "", null, 5, Walk.soon()).customers()).hasSize(1);
	}

	@Test
	void recordIsReadAsOneOfTheTable() {
		this.crm.byId(id(Table.id(7)), Walk.soon());
		assertQuery("{%s,\"filterByFormula\":\"RECORD_ID()='rec00000000000007'\",\"pageSize\":100}".formatted(REST));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "rec", "rec0000000000000", "rec000000000000012", "tbl00000000000007",
			"rec0000000000000'", "rec00000000000007\n", "../rec0000000000007" })
	void otherTextThanAnIdIsNotSent(String text) {
		assertThat(this.crm.byId(id(text), Walk.soon())).isEmpty();
		assertThat(airtable.requests()).isEmpty();
	}

	@Test
	void numberIsLookedUpByItsLastDigitsInEachField() {
		airtable.crm().byAddress(sms("+447917528642"), Walk.soon());
		assertFormula("OR(FIND('17528642',REGEX_REPLACE({Phone}&'','[^0-9]+','')),"
				+ "FIND('17528642',REGEX_REPLACE({WhatsApp}&'','[^0-9]+','')))");
	}

	@Test
	void identitiesAreLookedUpInTheirFields() {
		airtable.crm().byAddress(chat("lina"), Walk.soon());
		assertFormula("FIND('lina',{Chat id\\}}&'')");
		airtable.crm().byAddress(new Address(ChannelType.WHATSAPP, "whatsapp:US.13491208655302"), Walk.soon());
		assertFormula("FIND('US.13491208655302',{WhatsApp}&'')");
	}

	@Test
	void identityIsNotLookedUpWithoutAField() {
		assertThat(this.crm.byAddress(chat("lina"), Walk.soon())).isEmpty();
		assertThat(airtable.requests()).isEmpty();
	}

	@Test
	void viewAndOrderAreThoseOfTheSettings() {
		AirtableSettings settings = airtable.settings(FieldMapping.NONE);
		AirtableCrm ofView = airtable.crm(new AirtableSettings(settings.accessToken(), settings.baseId(),
				PretendAirtable.TABLE_NAME, "All", settings.url(), List.of("Company", "Name"), List.of(),
				settings.withoutOwner(), List.of(), FieldMapping.NONE, 4));
		ofView.byId(id(Table.id(7)), Walk.soon());
		assertThat(airtable.requests()).singleElement().satisfies((request) -> {
			assertThat(request.path()).isEqualTo("/v0/" + PretendAirtable.BASE_ID + "/Our%20customers/listRecords");
			assertThat(request.json().path("view").asString()).isEqualTo("All");
			assertThat(request.json().path("sort").toString()).isEqualTo(
					"[{\"field\":\"Company\",\"direction\":\"asc\"},{\"field\":\"Name\",\"direction\":\"asc\"}]");
		});
	}

	@Test
	void fieldsCanBeNamedByTheirIds() {
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.DISPLAY_NAME, List.of(Table.fieldId("Name")),
				CustomerField.WORKER, List.of(Table.fieldId("Owner")), CustomerField.PHONE,
				List.of(Table.fieldId("Phone")), CustomerField.EMAIL, List.of()));
		airtable.table().put(1, Map.of("Name", "Nora", "Owner", ADA, "Phone", "+14155550101"));
		AirtableCrm byId = airtable.crm(airtable.settings(fields));
		assertThat(byId.list(audience(ADA), "nora", null, 5, Walk.soon()).customers()).singleElement()
			.satisfies((customer) -> {
				assertThat(customer.name()).isEqualTo("Nora");
				assertThat(customer.channels()).hasSize(1);
			});
		assertThat(airtable.queries()).singleElement()
			.satisfies((query) -> assertThat(query.path("returnFieldsByFieldId").asBoolean()).isTrue());
	}

	@Test
	void nextPageIsReadFromTheBeginning() {
		for (int i = 1; i <= 9; i++) {
			airtable.add(i, "Nora " + i, ADA);
		}
		CrmPage first = this.crm.list(Audience.EVERYONE, "", null, 4, Walk.soon());
		airtable.requests();
		assertThat(ids(this.crm.list(Audience.EVERYONE, "", first.next(), 4, Walk.soon()).customers()))
			.containsExactly(Table.id(5), Table.id(6), Table.id(7), Table.id(8));
		assertQuery("{%s,\"pageSize\":9}".formatted(REST));
	}

	private static void assertFormula(String formula) {
		assertThat(airtable.queries()).singleElement()
			.satisfies((query) -> assertThat(query.path("filterByFormula").asString()).isEqualTo(formula));
	}

	private static void assertQuery(String json) {
		assertThat(airtable.queries()).singleElement().isEqualTo(CrmReply.JSON.readTree(json));
	}

}
