package io.frontlineservice.crm.hubspot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.hubspot.PretendHubSpot;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The exact requests that HubSpot receives. */
class HubSpotRequestTests {

	private static final String PROPERTIES = """
			"properties":["company","email","firstname","hs_language","hs_whatsapp_phone_number","hubspot_owner_id",
			"jobtitle","lastname","mobilephone","phone"]""";

	private static final String ORDER = """
			"sorts":[{"propertyName":"lastname","direction":"ASCENDING"}]""";

	private final TestHubSpot hubSpot = new TestHubSpot();

	private final HubSpotCrm crm = this.hubSpot.crm(this.hubSpot.settings(FieldMapping.NONE, WithoutOwner.NOBODY));

	@BeforeEach
	void addOwners() {
		this.hubSpot.add(1, "Nora", "Lind", ADA);
		this.hubSpot.add(2, "Ann", "Hill", BEN);
		this.hubSpot.idOf(TestHubSpot.SHARED);
	}

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@Test
	void ownersAreReadAtOnceAndHeld() {
		this.crm.list(audience(ADA), "", null, 5, Walk.soon());
		this.crm.list(audience(BEN), "", null, 5, Walk.soon());
		this.crm.byId(id("1"), Walk.soon());
		assertThat(this.hubSpot.requests()).extracting(CrmRequest::method, CrmRequest::path, CrmRequest::query)
			.containsOnlyOnce(tuple("GET", "/crm/owners/2026-09", "limit=500"));
	}

	@Test
	void everyRequestHasTheKey() {
		this.crm.list(audience(ADA), "", null, 5, Walk.soon());
		assertThat(this.hubSpot.requests()).isNotEmpty()
			.allSatisfy((request) -> assertThat(request.header("Authorization"))
				.isEqualTo("Bearer " + PretendHubSpot.ACCESS_TOKEN));
	}

	@Test
	void listIsASearchForTheOwners() {
		this.crm.list(audience(ADA, BEN), "", null, 5, Walk.soon());
		assertSearch("""
				{"filterGroups":[{"filters":[{"propertyName":"hubspot_owner_id","operator":"IN",
				"values":["%s","%s","%s"]}]}],%s,%s,"limit":5}""".formatted(this.hubSpot.idOf(ADA),
				this.hubSpot.idOf(BEN), this.hubSpot.idOf(TestHubSpot.SHARED), ORDER, PROPERTIES));
	}

	@Test
	void listOfEveryoneHasNoFilter() {
		this.crm.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		assertSearch("{%s,%s,\"limit\":5}".formatted(ORDER, PROPERTIES));
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann", "' OR 1=1 --", "x} IN ALL FIELDS RETURNING User(Id) {",
			"\"}],\"limit\":1,\"x\":[{\"", "100%_a", "*a", "\\a", "{{a}}", "a\r\nb", "😀 a" })
	void searchIsAValueOfTheRequest(String typed) {
		this.crm.list(Audience.EVERYONE, typed, null, 5, Walk.soon());
		JsonNode search = this.hubSpot.searches().get(0);
		assertThat(search.path("query").stringValue()).isEqualTo(typed);
		assertThat(search.propertyNames()).containsExactlyInAnyOrder("query", "sorts", "properties", "limit");
		assertThat(search.path("limit").intValue()).isEqualTo(5);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			+1 (415) 555-0101 | 4155550101
			(415) 555-0101    | 4155550101
			+44 20 7946 0101  | 2079460101
			415 555           | 415555
			""")
	void numberIsSearchedWithoutCountryCodeAndPunctuation(String typed, String query) {
		this.crm.list(Audience.EVERYONE, typed, null, 5, Walk.soon());
		assertThat(this.hubSpot.searches().get(0).path("query").stringValue()).isEqualTo(query);
	}

	@Test
	void longSearchFindsNoCustomerWithoutARequest() {
		assertThat(this.crm.list(Audience.EVERYONE, "a".repeat(3_000), null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(this.hubSpot.requests()).isEmpty();
	}

	@Test
	void workerWhoIsNoOwnerHasNoCustomersWithoutASearch() {
		HubSpotCrm withoutShared = this.hubSpot
			.crm(this.hubSpot.settings(FieldMapping.NONE, WithoutOwner.NOBODY, List.of()));
		assertThat(withoutShared.list(audience("stranger@example.com"), "", null, 5, Walk.soon()))
			.isEqualTo(CrmPage.EMPTY);
		assertThat(this.hubSpot.searches()).isEmpty();
	}

	@Test
	void contactIsReadWithItsProperties() {
		this.crm.byId(id("1"), Walk.soon());
		assertThat(this.hubSpot.requests().get(0)).satisfies((request) -> {
			assertThat(request.path()).isEqualTo("/crm/objects/2026-09/contacts/1");
			assertThat(request.parameter("properties")).isEqualTo("company,email,firstname,hs_language,"
					+ "hs_whatsapp_phone_number,hubspot_owner_id,jobtitle,lastname,mobilephone,phone");
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "01", "1.0", "-1", "../1", "1?x=1", "1 ", "１", "12345678901234567890", "1\r\nx" })
	void otherTextThanAnIdIsNotSent(String text) {
		assertThat(this.crm.byId(id(text), Walk.soon())).isEmpty();
		assertThat(this.hubSpot.requests()).isEmpty();
	}

	@Test
	void contactWithAnotherIdIsNotTheOneThatWasAskedFor() {
		this.hubSpot.account()
			.server()
			.faults()
			.answerNext(CrmReply.text(200, "application/json", "{\"id\":\"2\",\"properties\":{}}"));
		assertThat(this.crm.byId(id("1"), Walk.soon())).isEmpty();
	}

	@Test
	void numberIsLookedUpByEveryPropertyThatHasNumbers() {
		this.crm.byAddress(sms("+447917528642"), Walk.soon());
		String digits = "[\"447917528642\",\"00447917528642\",\"7917528642\",\"07917528642\"]";
		assertSearch("""
				{"filterGroups":[{"filters":[{"propertyName":"hs_searchable_calculated_mobile_number","operator":"IN",
				"values":%s}]},{"filters":[{"propertyName":"hs_searchable_calculated_phone_number","operator":"IN",
				"values":%s}]},{"filters":[{"propertyName":"hs_whatsapp_phone_number","operator":"IN",
				"values":["+447917528642","447917528642","00447917528642","whatsapp:+447917528642","7917528642",
				"07917528642"]}]}],%s,%s,"limit":200}""".formatted(digits, digits, ORDER, PROPERTIES));
	}

	@Test
	void identityIsLookedUpByTheConfiguredProperty() {
		this.hubSpot.crm().byAddress(chat("Lina, \"Berg\""), Walk.soon());
		assertThat(this.hubSpot.searches().get(0).path("filterGroups").toString()).isEqualTo("""
				[{"filters":[{"propertyName":"frontline_identity","operator":"EQ","value":"Lina, \\"Berg\\""}]}]""");
	}

	@Test
	void identityIsNotLookedUpWithoutAProperty() {
		assertThat(this.crm.byAddress(chat("lina-berg"), Walk.soon())).isEmpty();
		assertThat(this.hubSpot.requests()).isEmpty();
	}

	private void assertSearch(String json) {
		assertThat(this.hubSpot.searches()).singleElement().isEqualTo(CrmReply.JSON.readTree(json.replace("\n", "")));
	}

}
