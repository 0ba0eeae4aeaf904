package io.frontlineservice.crm.pipedrive;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.pipedrive.PretendPipedrive;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exact requests that Pipedrive receives, and what they cost. */
class PipedriveRequestTests {

	private static final String LIST = "/api/v2/persons?sort_by=id&sort_direction=desc&limit=";

	private static final String SEARCH = "/api/v2/persons/search?term=";

	private final TestPipedrive pipedrive = new TestPipedrive();

	private final PipedriveCrm crm = this.pipedrive.crm();

	@BeforeEach
	void addPersons() {
		this.pipedrive.add(1, "Nora Lind", ADA, "+14155550101");
		this.pipedrive.add(2, "Ann Hill", ADA);
		this.pipedrive.add(3, "Zoe Marsh", BEN);
	}

	@AfterEach
	void close() {
		this.pipedrive.close();
	}

	@Test
	void everyRequestHasTheTokenInItsHeaderOnly() {
		this.crm.list(audience(ADA), "ann", null, 5, Walk.soon());
		assertThat(this.pipedrive.requests()).hasSize(3).allSatisfy((request) -> {
			assertThat(request.header("x-api-token")).isEqualTo(PretendPipedrive.API_TOKEN);
			assertThat(request.header("Authorization")).isNull();
			assertThat(request.query()).doesNotContain("token");
		});
	}

	@Test
	void usersAreReadAtOnceAndHeld() {
		this.crm.list(audience(ADA), "", null, 5, Walk.soon());
		this.crm.list(audience(BEN), "", null, 5, Walk.soon());
		this.crm.byId(id("1"), Walk.soon());
		assertThat(this.pipedrive.urls()).containsOnlyOnce("/api/v1/users");
	}

	@Test
	void listIsFilteredByTheOwner() {
		CrmPage first = this.crm.list(audience(ADA), "", null, 1, Walk.soon());
		this.crm.list(audience(ADA), "", first.next(), 50, Walk.soon());
		String ofAda = "&owner_id=" + this.pipedrive.user(ADA);
		assertThat(this.pipedrive.urls()).hasSize(3)
			.startsWith("/api/v1/users", LIST + "1" + ofAda)
			.last()
			.asString()
			.startsWith(LIST + "50" + ofAda + "&cursor=");
	}

	@Test
	void listOfEveryoneHasNoFilterAndAtMost500Persons() {
		this.crm.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		this.crm.list(Audience.EVERYONE, "", null, 10_000, Walk.soon());
		assertThat(this.pipedrive.urls()).contains(LIST + "5", LIST + "500");
	}

	@Test
	void customFieldsThatAreUsedAreRequested() {
		PipedriveCrm crm = this.pipedrive.crm(this.pipedrive.settings(TestPipedrive.FIELDS));
		crm.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		crm.byId(id("2"), Walk.soon());
		String fields = "include_option_labels=true&custom_fields=" + TestPipedrive.SECOND_OWNER + ","
				+ TestPipedrive.WHATSAPP + "," + TestPipedrive.CHAT;
		assertThat(this.pipedrive.urls()).contains(LIST + "5&" + fields, "/api/v2/persons/2?" + fields);
	}

	@Test
	void moreThan15CustomFieldsAreAllRequested() {
		Map<String, String> attributes = IntStream.range(0, 16)
			.boxed()
			.collect(Collectors.toMap((i) -> "a" + i, "%040x"::formatted));
		this.pipedrive.crm(this.pipedrive.settings(FieldMapping.NONE.with(attributes, null, null, null)))
			.list(Audience.EVERYONE, "", null, 5, Walk.soon());
		assertThat(this.pipedrive.urls()).contains(LIST + "5&include_option_labels=true");
	}

	@ParameterizedTest
	@ValueSource(strings = { "ann", "' OR 1=1 --", "x} IN ALL FIELDS RETURNING User(Id) {", "ann&fields=notes&limit=1",
			"ann#", "100%_a", "%26owner_id=1", "a+b", "*a", "\\a", "{{a}}", "a\r\nb", "😀 a", "a;b", "a/../b" })
	void searchIsAValueOfTheRequest(String typed) {
		this.crm.list(Audience.EVERYONE, typed, null, 5, Walk.soon());
		CrmRequest search = this.pipedrive.requests()
			.stream()
			.filter((it) -> it.path().equals("/api/v2/persons/search"))
			.findFirst()
			.orElseThrow();
		assertThat(search.parameters("term")).containsExactly(typed);
		assertThat(search.parameters("fields")).containsExactly("name,email,phone");
		assertThat(search.parameters("limit")).containsExactly("500");
		assertThat(search.query().split("&")).hasSize(3);
	}

	@Test
	void searchIsFollowedByOneRequestForItsPersons() {
		this.pipedrive.add(4, "Ann Hillman", ADA);
		this.crm.list(audience(ADA), "ann hill", null, 5, Walk.soon());
		assertThat(this.pipedrive.urls()).containsExactly("/api/v1/users",
				SEARCH + "ann%20hill&fields=name%2Cemail%2Cphone&limit=500", "/api/v2/persons?limit=100&ids=4%2C2");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a", "???", "é" })
	void searchThatPipedriveRefusesIsNotSent(String typed) {
		assertThat(this.crm.list(Audience.EVERYONE, typed, null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(this.crm.list(Audience.EVERYONE, "a".repeat(201), null, 5, Walk.soon())).isEqualTo(CrmPage.EMPTY);
		assertThat(this.pipedrive.requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "x", "01", "1.0", "-1", "../1", "1?x=1", "1 ", "１", "1234567890123456789", "1\r\nx",
			"1,2", "search" })
	void otherTextThanAnIdIsNotSent(String text) {
		assertThat(this.crm.byId(id(text), Walk.soon())).isEmpty();
		assertThat(this.pipedrive.requests()).isEmpty();
	}

	@Test
	void personWithAnotherIdIsNotTheOneThatWasAskedFor() {
		this.pipedrive.pipedrive()
			.server()
			.faults()
			.answerNext(CrmReply.json(200, Map.of("success", true, "data", Map.of("id", 2, "name", "Ann"))));
		assertThat(this.crm.byId(id("1"), Walk.soon())).isEmpty();
	}

	@Test
	void numberIsSearchedByItsDigitsAndByItsEnd() {
		this.crm.byAddress(sms("+14155550101"), Walk.soon());
		this.crm.byAddress(sms("+33612345678"), Walk.soon());
		assertThat(this.pipedrive.urls()).containsSubsequence(SEARCH + "14155550101&fields=phone&limit=500",
				SEARCH + "0101&fields=phone&limit=500", "/api/v2/persons/1",
				SEARCH + "33612345678&fields=phone&limit=500", SEARCH + "5678&fields=phone&limit=500",
				SEARCH + "34%2056%2078&fields=phone&limit=500");
	}

	@Test
	void identityIsSearchedInCustomFields() {
		PipedriveCrm crm = this.pipedrive.crm(this.pipedrive.settings(TestPipedrive.FIELDS));
		crm.byAddress(chat("Lina, \"Berg\"&x=1"), Walk.soon());
		crm.byAddress(new Address(ChannelType.WHATSAPP, "whatsapp:US.1"), Walk.soon());
		String rest = "&fields=custom_fields&exact_match=true&limit=500";
		assertThat(this.pipedrive.urls()).containsExactly(SEARCH + "Lina%2C%20%22Berg%22%26x%3D1" + rest,
				SEARCH + "whatsapp%3AUS.1" + rest, SEARCH + "US.1" + rest);
	}

	@Test
	void addressThatNoFieldHoldsIsNotSearched() {
		assertThat(this.crm.byAddress(chat("lina-berg"), Walk.soon())).isEmpty();
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.PHONE, List.of()));
		assertThat(this.pipedrive.crm(this.pipedrive.settings(fields)).byAddress(sms("+14155550101"), Walk.soon()))
			.isEmpty();
		assertThat(this.pipedrive.requests()).isEmpty();
	}

	/** The figures of the document. */
	@ParameterizedTest
	@CsvSource({ "list,10", "search,30", "details,1", "number,41", "other number,40", "details with organization,2" })
	void callsCostTokens(String call, long tokens) {
		this.pipedrive.add(4, "Ann Berg", ADA);
		this.pipedrive.pipedrive()
			.account()
			.put(5, Map.of("name", "Otto Frey", "owner_id", this.pipedrive.user(BEN), "org_id",
					this.pipedrive.pipedrive().account().organization("Acme")));
		this.crm.byId(id("1"), Walk.soon());
		long before = this.pipedrive.pipedrive().tokensUsed();
		switch (call) {
			case "list" -> this.crm.list(audience(ADA), "", null, 50, Walk.soon());
			case "search" -> this.crm.list(audience(ADA), "ann", null, 50, Walk.soon());
			case "details" -> this.crm.byId(id("1"), Walk.soon());
			case "number" -> this.crm.byAddress(sms("+14155550101"), Walk.soon());
			case "other number" -> this.crm.byAddress(sms("+14155550199"), Walk.soon());
			default -> this.crm.byId(id("5"), Walk.soon());
		}
		assertThat(this.pipedrive.pipedrive().tokensUsed() - before).isEqualTo(tokens);
	}

}
