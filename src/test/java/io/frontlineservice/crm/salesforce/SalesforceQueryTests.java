package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The queries that Salesforce receives, to the character. */
class SalesforceQueryTests {

	private final TestSalesforce salesforce = new TestSalesforce();

	private final String ada = this.salesforce.user("ada@example.com");

	@AfterEach
	void close() {
		this.salesforce.close();
	}

	@Test
	void listIsLimitedToTheContactsOfTheWorker() {
		this.salesforce.contact("Nora Lind", this.ada);
		list(audience("ada@example.com"), "");
		CrmRequest request = last();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.path()).isEqualTo("/services/data/v67.0/query");
		assertThat(request.parameter("q")).isEqualTo("SELECT Account.Name, DoNotCall, Email, FirstName, HomePhone, Id, "
				+ "LastModifiedDate, LastName, MobilePhone, Name, OtherPhone, OwnerId, Phone, Title FROM Contact "
				+ "WHERE OwnerId IN ('" + this.ada + "') ORDER BY Name, Id LIMIT 31");
		assertThat(this.salesforce.queries()).first()
			.isEqualTo("FROM User WHERE IsActive = true AND Username IN ('ada@example.com')");
	}

	@Test
	void audienceOfEveryoneHasNoConditionOnOwners() {
		list(Audience.EVERYONE, "");
		assertThat(this.salesforce.queries()).containsExactly("FROM Contact ORDER BY Name, Id LIMIT 31");
	}

	@Test
	void nextPageStartsAfterNameAndIdOfTheLastCustomer() {
		String first = this.salesforce.contact("O'Brien \\ 50%", this.ada);
		this.salesforce.contact("Zoe", this.ada);
		SalesforceCrm crm = this.salesforce.crm();
		CrmPage page = crm.list(Audience.EVERYONE, "", null, 1, Walk.soon());
		assertThat(page.next()).isEqualTo(first + ":O'Brien \\ 50%");
		crm.list(Audience.EVERYONE, "", page.next(), 1, Walk.soon());
		assertThat(this.salesforce.customerQueries()).last()
			.isEqualTo("FROM Contact WHERE (Name > 'O\\'Brien \\\\ 50%' OR (Name = 'O\\'Brien \\\\ 50%' AND Id > '"
					+ first + "')) ORDER BY Name, Id LIMIT 2");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			hill                | hill
			O'Brien             | O\\'Brien
			a\\                 | a\\\\
			100%_               | 100\\%\\_
			{x}                 | {x}
			"                   | "
			x'/**/OR/**/Name    | x\\'/**/OR/**/Name
			\\'                 | \\\\\\'
			\\u0027             | \\\\u0027
			a\u0000b            | a\\u0000b
			😀                  | 😀
			""")
	void typedWordArrivesAsALiteral(String typed, String literal) {
		list(Audience.EVERYONE, typed);
		assertThat(this.salesforce.queries())
			.containsExactly("FROM Contact WHERE (Name LIKE '" + literal + "%' OR Name LIKE '% " + literal
					+ "%' OR Account.Name LIKE '" + literal + "%' OR Account.Name LIKE '% " + literal
					+ "%' OR Email LIKE '%" + literal + "%') ORDER BY Name, Id LIMIT 31");
	}

	@Test
	void eachWordOfASearchIsACondition() {
		list(Audience.EVERYONE, " Ann\u00A0hill  Ann ");
		assertThat(this.salesforce.queries()).containsExactly("FROM Contact WHERE "
				+ "(Name LIKE 'Ann%' OR Name LIKE '% Ann%' OR Account.Name LIKE 'Ann%' OR Account.Name LIKE '% Ann%' "
				+ "OR Email LIKE '%Ann%') AND (Name LIKE 'hill%' OR Name LIKE '% hill%' OR Account.Name LIKE 'hill%' "
				+ "OR Account.Name LIKE '% hill%' OR Email LIKE '%hill%') ORDER BY Name, Id LIMIT 31");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x} IN ALL FIELDS RETURNING User(Id) {", "' OR Name LIKE '%", "\\' OR 1=1 --",
			"'x' OR Id != null OR Name = 'y'", "') OR (Name != '" })
	void searchThatLooksLikeAQueryFindsNoCustomer(String search) {
		this.salesforce.contact("Nora Lind", this.ada);
		assertThat(list(Audience.EVERYONE, search)).isEqualTo(CrmPage.EMPTY);
		assertThat(last().parameter("q")).endsWith(" ORDER BY Name, Id LIMIT 31");
	}

	@Test
	void searchForANumberComparesItsDigits() {
		String nora = this.salesforce.contact("Nora Lind", this.ada, Map.of("HomePhone", "(415) 555-0101"));
		assertThat(ids(list(Audience.EVERYONE, "415 555").customers())).containsExactly(nora);
		assertThat(ids(list(Audience.EVERYONE, "0415.5550101").customers())).containsExactly(nora);
		assertThat(this.salesforce.queries()).first()
			.isEqualTo("FROM Contact WHERE (MobilePhone LIKE '%4%1%5%5%5%5%' OR Phone LIKE '%4%1%5%5%5%5%' "
					+ "OR HomePhone LIKE '%4%1%5%5%5%5%' OR OtherPhone LIKE '%4%1%5%5%5%5%') "
					+ "ORDER BY Name, Id LIMIT 31");
	}

	@Test
	void searchOfMoreThanAHundredCharactersIsNotSent() {
		assertThat(list(Audience.EVERYONE, "x".repeat(101))).isEqualTo(CrmPage.EMPTY);
		assertThat(this.salesforce.queries()).isEmpty();
	}

	@Test
	void longestQueryFitsIntoAUrl() {
		this.salesforce.contact("漢".repeat(255), this.ada);
		this.salesforce.contact("龍".repeat(255), this.ada);
		String search = "漢".repeat(24) + " " + "漢".repeat(24) + "字";
		SalesforceCrm crm = this.salesforce.crm();
		CrmPage first = crm.list(Audience.EVERYONE, "", null, 1, Walk.soon());
		assertThat(crm.list(Audience.EVERYONE, search, first.next(), 1, Walk.soon())).isEqualTo(CrmPage.EMPTY);
	}

	@Test
	void customerIsAskedForById() {
		String nora = this.salesforce.contact("Nora Lind", this.ada);
		assertThat(this.salesforce.crm().byId(id(nora), Walk.soon())).isPresent();
		assertThat(this.salesforce.customerQueries())
			.containsExactly("FROM Contact WHERE Id = '" + nora + "' ORDER BY Name, Id LIMIT 1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "x' OR Name != '123456", "003A000001aaaAA'Q0", "003A000001aaaA", "../../sobjects/User" })
	void textThatIsNotAnIdIsNotSent(String text) {
		assertThat(this.salesforce.crm().byId(id(text), Walk.soon())).isEmpty();
		assertThat(this.salesforce.queries()).isEmpty();
	}

	@Test
	void idThatSalesforceRefusesFindsNoCustomer() {
		assertThat(this.salesforce.crm().byId(id("003A000001aaaAAAAA"), Walk.soon())).isEmpty();
		assertThat(this.salesforce.queries()).hasSize(1);
	}

	@Test
	void idOfAnotherObjectFindsNoCustomer() {
		assertThat(this.salesforce.crm().byId(id(this.ada), Walk.soon())).isEmpty();
	}

	@Test
	void numberIsAskedForByItsLastDigitsInAnyRendering() {
		this.salesforce.crm().byAddress(whatsApp("+14155551212"), Walk.soon());
		assertThat(this.salesforce.queries()).containsExactly(
				"FROM Contact WHERE " + "(MobilePhone LIKE '%5%5%5%5%1%2%1%2%' OR Phone LIKE '%5%5%5%5%1%2%1%2%' "
						+ "OR HomePhone LIKE '%5%5%5%5%1%2%1%2%' OR OtherPhone LIKE '%5%5%5%5%1%2%1%2%') "
						+ "ORDER BY Name, Id LIMIT 100");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155551212", "14155551212", "4155551212", "(415) 555-1212", "415-555-1212",
			"415.555.1212", "+1 415-555-1212", "1 (415) 5551212 ext. 7", "415/555 12 12" })
	void numberIsFoundHoweverItIsWritten(String written) {
		String nora = this.salesforce.contact("Nora Lind", this.ada, Map.of("OtherPhone", written));
		assertThat(ids(this.salesforce.crm().byAddress(sms("+14155551212"), Walk.soon()))).containsExactly(nora);
	}

	@Test
	void customerWithASimilarNumberIsNotFound() {
		this.salesforce.contact("Same end", this.ada, Map.of("Phone", "+442055551212"));
		this.salesforce.contact("Other country", this.ada, Map.of("Phone", "+4915155551212"));
		this.salesforce.contact("Digits between", this.ada, Map.of("Phone", "+1 415 555 91212"));
		String both = this.salesforce.contact("Both", this.ada,
				Map.of("Phone", "+442055551212", "HomePhone", "4155551212"));
		assertThat(ids(this.salesforce.crm().byAddress(sms("+14155551212"), Walk.soon()))).containsExactly(both);
	}

	@Test
	void numberIsAskedForInTheFieldWithNumbersInE164() {
		this.salesforce.org().addFields("Contact", "E164__c");
		this.salesforce.set("e164-field", "E164__c");
		String nora = this.salesforce.contact("Nora Lind", this.ada, Map.of("E164__c", "+525512345678"));
		assertThat(ids(this.salesforce.crm().byAddress(whatsApp("+5215512345678"), Walk.soon()))).containsExactly(nora);
		assertThat(this.salesforce.customerQueries()).containsExactly(
				"FROM Contact WHERE " + "E164__c IN ('+525512345678', '+5215512345678') ORDER BY Name, Id LIMIT 100");
	}

	@Test
	void chatIdentityArrivesAsALiteral() {
		this.salesforce.org().addFields("Contact", "Chat__c");
		this.salesforce.set("fields.chat", "Chat__c");
		String identity = "x' OR Name != '\\";
		String nora = this.salesforce.contact("Nora Lind", this.ada, Map.of("Chat__c", identity));
		this.salesforce.contact("Ann Hill", this.ada, Map.of("Chat__c", identity.toUpperCase(Locale.ROOT)));
		assertThat(ids(this.salesforce.crm().byAddress(chat(identity), Walk.soon()))).containsExactly(nora);
		assertThat(this.salesforce.customerQueries())
			.containsExactly("FROM Contact WHERE Chat__c = 'x\\' OR Name != \\'\\\\' ORDER BY Name, Id LIMIT 100");
	}

	@Test
	void identityOfAWorkerArrivesAsALiteral() {
		this.salesforce.contact("Nora Lind", this.ada);
		assertThat(list(audience("' OR Name LIKE '%"), "")).isEqualTo(CrmPage.EMPTY);
		assertThat(this.salesforce.queries())
			.containsExactly("FROM User WHERE IsActive = true AND Username IN ('\\' or name like \\'%')");
	}

	@Test
	void signsAndBlanksAreEncodedInTheUrl() {
		list(Audience.EVERYONE, "a+b&c=d #%41");
		assertThat(last().query()).contains("%27a%2Bb%26c%3Dd%25%27")
			.contains("%27%23%5C%2541%25%27")
			.doesNotContain("+");
	}

	private CrmPage list(Audience audience, String search) {
		return this.salesforce.crm().list(audience, search, null, 30, Walk.soon());
	}

	private CrmRequest last() {
		List<CrmRequest> requests = this.salesforce.server().requests();
		return requests.stream()
			.filter((it) -> it.query().contains("Contact"))
			.reduce((one, other) -> other)
			.orElseThrow();
	}

}
