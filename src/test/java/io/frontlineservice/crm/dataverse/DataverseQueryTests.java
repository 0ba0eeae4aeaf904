package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
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

/** The queries that Dataverse receives, to the character. */
class DataverseQueryTests {

	private static final String ORDER = "&$orderby=fullname%20asc,contactid%20asc";

	private final TestDataverse dataverse = new TestDataverse();

	private final String ada = this.dataverse.user("ada@example.com");

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	@Test
	void listIsLimitedToTheActiveContactsOfTheWorker() {
		this.dataverse.contact("Nora Lind", this.ada);
		assertThat(list(audience("ada@example.com"), "").customers()).hasSize(1);
		CrmRequest request = last();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.path()).isEqualTo("/api/data/v9.2/contacts");
		assertThat(request.query()).isEqualTo("$select=_ownerid_value,contactid,donotphone,emailaddress1,firstname,"
				+ "fullname,jobtitle,lastname,mobilephone,modifiedon,telephone1,telephone2,telephone3"
				+ "&$expand=parentcustomerid_account($select=name)&$filter=statecode%20eq%200%20and%20_ownerid_value"
				+ "%20eq%20" + this.ada + ORDER);
		assertThat(request.header("Accept")).isEqualTo("application/json");
		assertThat(request.header("OData-Version")).isEqualTo("4.0");
		assertThat(request.header("OData-MaxVersion")).isEqualTo("4.0");
		assertThat(request.header("If-None-Match")).isEqualTo("null");
		assertThat(request.header("CallerObjectId")).isNull();
		assertThat(request.header("Authorization")).startsWith("Bearer eyJ0.pretend");
		assertThat(request.header("Prefer"))
			.isEqualTo("odata.maxpagesize=31,odata.include-annotations=\"OData.Community.Display.V1.FormattedValue\"");
		CrmRequest users = this.dataverse.requests("systemusers").get(0);
		assertThat(users.query()).startsWith("$select=azureactivedirectoryobjectid,internalemailaddress,systemuserid&");
		assertThat(users.parameter("$filter"))
			.isEqualTo("isdisabled eq false and internalemailaddress eq 'ada@example.com'");
	}

	@Test
	void audienceOfEveryoneHasNoConditionOnOwners() {
		list(Audience.EVERYONE, "");
		assertThat(this.dataverse.filters()).containsExactly("statecode eq 0");
	}

	@Test
	void inactiveContactIsNotACustomer() {
		String nora = this.dataverse.contact("Nora Lind", this.ada,
				Map.of("statecode", 1, "mobilephone", "4155550101"));
		DataverseCrm crm = this.dataverse.crm();
		assertThat(Walk.all(crm).ids()).isEmpty();
		assertThat(crm.byId(id(nora), Walk.soon())).isEmpty();
		assertThat(crm.byAddress(sms("+14155550101"), Walk.soon())).isEmpty();
	}

	@Test
	void nextPageStartsAtTheNameOfTheLastCustomer() {
		String first = this.dataverse.contact("O'Brien [50%_]", this.ada);
		this.dataverse.contact("Zoe", this.ada);
		DataverseCrm crm = this.dataverse.crm();
		CrmPage page = crm.list(Audience.EVERYONE, "", null, 1, Walk.soon());
		assertThat(page.next()).isEqualTo(first + ":1:O'Brien [50%_]");
		assertThat(crm.list(Audience.EVERYONE, "", page.next(), 1, Walk.soon()).customers()).hasSize(1);
		assertThat(this.dataverse.filters()).last().isEqualTo("statecode eq 0 and fullname ge 'O''Brien [50%_]'");
		this.dataverse.tables().delete("contact", first);
		crm.list(Audience.EVERYONE, "", page.next(), 1, Walk.soon());
		assertThat(this.dataverse.filters()).endsWith(
				"statecode eq 0 and fullname ge 'O''Brien [50%_]' and fullname le 'O''Brien [50%_]'",
				"statecode eq 0 and fullname gt 'O''Brien [50%_]'");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			hill                  | hill
			O'Brien               | O''Brien
			a\\                   | a\\
			100%_                 | 100[%][_]
			[a-z]                 | [[]a-z]
			{x}                   | {x}
			"                     | "
			x'/**/or/**/fullname  | x''/**/or/**/fullname
			x')or(fullname        | x'')or(fullname
			''                    | ''''
			%27                   | [%]27
			&$top=1               | &$top=1
			😀                    | 😀
			""")
	void typedWordArrivesAsALiteral(String typed, String literal) {
		list(Audience.EVERYONE, typed);
		assertThat(this.dataverse.filters()).containsExactly("statecode eq 0 and (startswith(fullname,'" + literal
				+ "') or contains(fullname,' " + literal + "') or startswith(parentcustomerid_account/name,'" + literal
				+ "') or contains(parentcustomerid_account/name,' " + literal + "') or contains(emailaddress1,'"
				+ literal + "'))");
	}

	@Test
	void eachWordOfASearchIsACondition() {
		list(Audience.EVERYONE, " Ann\u00A0hill  Ann ");
		assertThat(this.dataverse.filters())
			.containsExactly("statecode eq 0 and " + "(startswith(fullname,'Ann') or contains(fullname,' Ann') "
					+ "or startswith(parentcustomerid_account/name,'Ann') "
					+ "or contains(parentcustomerid_account/name,' Ann') or contains(emailaddress1,'Ann')) and "
					+ "(startswith(fullname,'hill') or contains(fullname,' hill') "
					+ "or startswith(parentcustomerid_account/name,'hill') "
					+ "or contains(parentcustomerid_account/name,' hill') or contains(emailaddress1,'hill'))");
	}

	@ParameterizedTest
	@ValueSource(strings = { "' or fullname ne '", "') or contains(fullname,'", "%", "_", "[a-z]", "[^x]",
			"'&$filter=statecode eq 0", "x' or '1' eq '1" })
	void searchThatLooksLikeAQueryFindsNoCustomer(String search) {
		this.dataverse.contact("Nora Lind", this.ada);
		assertThat(list(Audience.EVERYONE, search)).isEqualTo(CrmPage.EMPTY);
		assertThat(last().query()).endsWith(ORDER);
	}

	@ParameterizedTest
	@ValueSource(strings = { "a\u0000b", "a\u001fb", "\ud83d", "a\uffff" })
	void textThatNoNameHasIsNotSent(String text) {
		assertThat(list(Audience.EVERYONE, text)).isEqualTo(CrmPage.EMPTY);
		assertThat(this.dataverse.crm().byAddress(chat(text), Walk.soon())).isEmpty();
		assertThat(this.dataverse.filters()).isEmpty();
	}

	@Test
	void searchForANumberComparesItsDigits() {
		String nora = this.dataverse.contact("Nora Lind", this.ada, Map.of("telephone2", "(415) 555-0101"));
		assertThat(ids(list(Audience.EVERYONE, "415 555").customers())).containsExactly(nora);
		assertThat(ids(list(Audience.EVERYONE, "0415.5550101").customers())).containsExactly(nora);
		assertThat(this.dataverse.filters()).first()
			.isEqualTo("statecode eq 0 and (contains(mobilephone,'4%1%5%5%5%5') or contains(telephone1,'4%1%5%5%5%5') "
					+ "or contains(telephone2,'4%1%5%5%5%5') or contains(telephone3,'4%1%5%5%5%5'))");
	}

	@Test
	void searchOfMoreThanAHundredCharactersIsNotSent() {
		assertThat(list(Audience.EVERYONE, "x".repeat(101))).isEqualTo(CrmPage.EMPTY);
		assertThat(this.dataverse.filters()).isEmpty();
	}

	@Test
	void longestQueryFitsIntoAUrl() {
		this.dataverse.contact("漢".repeat(160), this.ada);
		this.dataverse.contact("龍".repeat(160), this.ada);
		DataverseCrm crm = this.dataverse.crm();
		CrmPage first = crm.list(Audience.EVERYONE, "", null, 1, Walk.soon());
		String search = "漢".repeat(24) + " " + "漢".repeat(24) + "字";
		assertThat(crm.list(Audience.EVERYONE, search, first.next(), 1, Walk.soon())).isEqualTo(CrmPage.EMPTY);
	}

	@Test
	void customerIsAskedForById() {
		String nora = this.dataverse.contact("Nora Lind", this.ada);
		assertThat(this.dataverse.crm().byId(id(nora), Walk.soon())).isPresent();
		assertThat(this.dataverse.filters()).containsExactly("statecode eq 0 and contactid eq " + nora);
	}

	@ParameterizedTest
	@ValueSource(strings = { "x' or 1 eq 1", "49B0BE2E-D01C-ED11-B83E-000D3A572421", "49b0be2e-d01c-ed11-b83e",
			"{49b0be2e-d01c-ed11-b83e-000d3a572421}", "49b0be2e-d01c-ed11-b83e-000d3a572421 or 1 eq 1",
			"../../systemusers" })
	void textThatIsNotAnIdIsNotSent(String text) {
		assertThat(this.dataverse.crm().byId(id(text), Walk.soon())).isEmpty();
		assertThat(this.dataverse.crm().list(Audience.EVERYONE, "", text + ":1:x", 5, Walk.soon()))
			.isEqualTo(CrmPage.EMPTY);
		assertThat(this.dataverse.filters()).isEmpty();
	}

	@Test
	void numberIsAskedForByItsLastDigitsInAnyNotation() {
		this.dataverse.crm().byAddress(whatsApp("+14155551212"), Walk.soon());
		assertThat(this.dataverse.filters())
			.containsExactly("statecode eq 0 and (contains(mobilephone,'5%5%5%5%1%2%1%2') or "
					+ "contains(telephone1,'5%5%5%5%1%2%1%2') or contains(telephone2,'5%5%5%5%1%2%1%2') or "
					+ "contains(telephone3,'5%5%5%5%1%2%1%2'))");
		assertThat(last().header("Prefer")).startsWith("odata.maxpagesize=100,");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155551212", "14155551212", "4155551212", "(415) 555-1212", "415-555-1212",
			"415.555.1212", "+1 415-555-1212", "1 (415) 5551212 ext. 7", "415/555 12 12" })
	void numberIsFoundHoweverItIsWritten(String written) {
		String nora = this.dataverse.contact("Nora Lind", this.ada, Map.of("telephone3", written));
		assertThat(ids(this.dataverse.crm().byAddress(sms("+14155551212"), Walk.soon()))).containsExactly(nora);
	}

	@Test
	void customerWithASimilarNumberIsNotFound() {
		this.dataverse.contact("Same end", this.ada, Map.of("telephone1", "+442055551212"));
		this.dataverse.contact("Other country", this.ada, Map.of("telephone1", "+4915155551212"));
		this.dataverse.contact("Digits between", this.ada, Map.of("telephone1", "+1 415 555 91212"));
		String both = this.dataverse.contact("Both", this.ada,
				Map.of("telephone1", "+442055551212", "telephone2", "4155551212"));
		assertThat(ids(this.dataverse.crm().byAddress(sms("+14155551212"), Walk.soon()))).containsExactly(both);
	}

	@Test
	void numberIsAskedForInTheColumnWithNumbersInE164() {
		this.dataverse.tables().addColumns("contact", "new_e164");
		this.dataverse.set("e164-column", "new_e164");
		String nora = this.dataverse.contact("Nora Lind", this.ada, Map.of("new_e164", "+525512345678"));
		assertThat(ids(this.dataverse.crm().byAddress(whatsApp("+5215512345678"), Walk.soon()))).containsExactly(nora);
		assertThat(this.dataverse.filters())
			.containsExactly("statecode eq 0 and (new_e164 eq '+525512345678' or new_e164 eq '+5215512345678')");
		assertThat(last().query()).contains("eq%20%27%2B525512345678%27");
	}

	@Test
	void identityArrivesAsALiteralAndIsCaseSensitive() {
		this.dataverse.tables().addColumns("contact", "new_chat");
		this.dataverse.set("fields.chat", "new_chat").set("fields.whatsapp-id", "new_chat");
		String identity = "x' or fullname ne 'ü[1]%_";
		String nora = this.dataverse.contact("Nora Lind", this.ada, Map.of("new_chat", identity));
		this.dataverse.contact("Ann Hill", this.ada, Map.of("new_chat", identity.toUpperCase(Locale.ROOT)));
		assertThat(ids(this.dataverse.crm().byAddress(chat(identity), Walk.soon()))).containsExactly(nora);
		assertThat(this.dataverse.filters())
			.containsExactly("statecode eq 0 and new_chat eq 'x'' or fullname ne ''ü[1]%_'");
		this.dataverse.crm().byAddress(new Address(ChannelType.WHATSAPP, "whatsapp:US.134912"), Walk.soon());
		assertThat(this.dataverse.filters()).last()
			.isEqualTo("statecode eq 0 and (new_chat eq 'whatsapp:US.134912' or new_chat eq 'US.134912')");
	}

	@Test
	void identityOfAWorkerArrivesAsALiteral() {
		this.dataverse.contact("Nora Lind", this.ada);
		assertThat(list(audience("' or isdisabled eq false or '"), "")).isEqualTo(CrmPage.EMPTY);
		assertThat(this.dataverse.requests("systemusers").get(0).parameter("$filter"))
			.isEqualTo("isdisabled eq false and internalemailaddress eq ''' or isdisabled eq false or '''");
		assertThat(this.dataverse.filters()).isEmpty();
	}

	@Test
	void signsAndBlanksAreEncodedInTheUrl() {
		list(Audience.EVERYONE, "a+b&c=d #%41");
		assertThat(last().query()).contains("%27a%2Bb%26c%3Dd%27")
			.contains("%27%23%5B%25%5D41%27")
			.doesNotContain("+")
			.doesNotContain("#");
	}

	private CrmPage list(Audience audience, String search) {
		return this.dataverse.crm().list(audience, search, null, 30, Walk.soon());
	}

	private CrmRequest last() {
		List<CrmRequest> requests = this.dataverse.requests("contacts");
		return requests.get(requests.size() - 1);
	}

}
