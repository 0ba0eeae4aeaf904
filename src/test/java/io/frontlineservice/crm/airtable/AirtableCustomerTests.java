package io.frontlineservice.crm.airtable;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.BEN;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.chat;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Link;
import io.frontlineservice.sandbox.crm.airtable.FieldType;
import io.frontlineservice.sandbox.crm.airtable.PretendAirtable;
import io.frontlineservice.sandbox.crm.airtable.Table;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a record becomes, who sees it, and how its number finds it. */
class AirtableCustomerTests {

	private static final FieldMapping USERS = FieldMapping.of(Map.of(CustomerField.WORKER, List.of("User", "Users")));

	private static TestAirtable airtable;

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
	}

	@Test
	void recordBecomesACustomer() {
		airtable.table()
			.put(1, Map.of("Name", "Nora Lind", "Email", "nora@example.com", "Phone", "(415) 555-0101", "WhatsApp",
					"+1 415 555 0103", "Company", "Acme", "Owner", "Ada@example.com; ben@example.com"));
		CrmCustomer customer = customer(airtable.crm());
		assertThat(customer.name()).isEqualTo("Nora Lind");
		assertThat(customer.channels()).containsExactly(Channel.of(sms("+14155550101")),
				Channel.of(whatsApp("+14155550103")));
		assertThat(customer.emails()).containsExactly("nora@example.com");
		assertThat(customer.company()).isEqualTo("Acme");
		assertThat(customer.owners()).isEqualTo(WorkerIdentity.setOf(List.of(ADA, BEN)));
		assertThat(customer.card().links()).first()
			.isEqualTo(new Link("Airtable", "https://airtable.com/" + PretendAirtable.BASE_ID + "/"
					+ PretendAirtable.TABLE_ID + "/" + Table.id(1), "Airtable"));
	}

	@Test
	void valuesThatAreObjectsAreShownAsPeopleSeeThem() {
		airtable.table().define("Manager", FieldType.USER).define("Files", FieldType.ATTACHMENTS);
		airtable.table()
			.put(1, Map.of("Name", "Nora", "Manager", Table.user("zoe@example.com", "Zoe Marsh"), "Files",
					List.of(Table.attachment("contract.pdf", "https://files.example.com/1"))));
		FieldMapping fields = FieldMapping.NONE.with(Map.of("manager", "Manager"), null, "About",
				"{{Manager}}: {{Files}}");
		CrmCustomer customer = customer(airtable.crm(airtable.settings(fields)));
		assertThat(customer.text("manager")).isEqualTo("zoe@example.com");
		assertThat(customer.card().details()).extracting("content").isEqualTo("zoe@example.com: contract.pdf");
	}

	@Test
	void attachmentIsAPictureForAnHour() {
		airtable.table()
			.put(1, Map.of("Name", "Nora", "Photo",
					List.of(Table.attachment("nora.png", "https://v5.airtableusercontent.com/a"))));
		CrmCustomer customer = customer(airtable.crm());
		assertThat(customer.card().avatar()).isEqualTo("https://v5.airtableusercontent.com/a/large");
		assertThat(customer.lastingAvatar()).isNull();
		assertThat(customer.ofAge(Duration.ofMinutes(59)).card().avatar()).isNotNull();
		assertThat(customer.ofAge(Duration.ofMinutes(60)).card().avatar()).isNull();
		assertThat(customer.ofAge(Duration.ofMinutes(60)).name()).isEqualTo("Nora");
	}

	@Test
	void urlInATextIsAPictureForEver() {
		airtable.table().put(1, Map.of("Name", "Nora", "Company", "https://cdn.example.com/nora.png"));
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.AVATAR, List.of("Company")));
		CrmCustomer customer = customer(airtable.crm(airtable.settings(fields)));
		assertThat(customer.lastingAvatar()).isEqualTo("https://cdn.example.com/nora.png");
		assertThat(customer.ofAge(Duration.ofHours(23)).card().avatar()).isNotNull();
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155550101", "(415) 555-0101", "415.555.0101", "1-415-555-0101", "+1 415 555 01 01",
			"office: 415-555-0101" })
	void numberIsFoundHoweverItIsWritten(String written) {
		airtable.table().put(1, Map.of("Name", "Nora", "Phone", written));
		assertThat(ids(airtable.crm().byAddress(whatsApp("+14155550101"), Walk.soon()))).containsExactly(Table.id(1));
	}

	@Test
	void identityIsFoundAmongManyThatContainIt() {
		for (int i = 1; i <= 250; i++) {
			airtable.table().put(i, Map.of("Name", "Nora " + (1_000 + i), "Chat id}", (i == 240) ? "ann" : "ann" + i));
		}
		assertThat(ids(airtable.crm().byAddress(chat("ann"), Walk.soon()))).containsExactly(Table.id(240));
	}

	@Test
	void numberOfAnotherCountryIsNotFoundAlthoughItsDigitsAre() {
		airtable.table().put(1, Map.of("Name", "Nora", "Phone", "+447917528642"));
		assertThat(airtable.crm().byAddress(sms("+917917528642"), Walk.soon())).isEmpty();
		assertThat(ids(airtable.crm().byAddress(sms("+447917528642"), Walk.soon()))).containsExactly(Table.id(1));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '=', nullValues = "-", textBlock = """
			ada@example.com = true
			ADA@Example.COM = true
			' ada@example.com ' = true
			ben@example.com, ada@example.com = true
			ben@example.com;ada@example.com = true
			ben@example.com | ada@example.com = true
			* = true
			info@example.com = true
			ben@example.com = false
			canada@example.com = false
			ada@example.community = false
			- = false
			""")
	void ownerInATextSeesTheCustomer(String written, boolean isSeen) {
		airtable.table().put(1, (written != null) ? Map.of("Name", "Nora", "Owner", written) : Map.of("Name", "Nora"));
		assertSeen(airtable.crm(), isSeen);
	}

	@Test
	void usersAreOwnersByTheirEmailAddresses() {
		airtable.table().put(1, Map.of("Name", "Nora", "User", Table.user(ADA, "Ada Park")));
		AirtableCrm crm = users("Ada Park <ada@example.com>");
		assertSeen(crm, true);
		assertThat(customer(crm).owners()).containsExactly(WorkerIdentity.of(ADA));
		airtable.table()
			.put(1, Map.of("Name", "Nora", "Users",
					List.of(Table.user(BEN, "Ben Ode"), Table.user("Ada@example.com", "Ada Park"))));
		assertSeen(crm, true);
		assertThat(customer(crm).owners()).hasSize(2);
	}

	@Test
	void userWithTheNameOfAnotherDoesNotSeeTheOthersCustomers() {
		airtable.table().put(1, Map.of("Name", "Nora", "User", Table.user(BEN, "Ada Park")));
		assertSeen(users("Ada Park <ada@example.com>"), false);
	}

	@Test
	void userWhoseNameIsNotConfiguredHasAnEmptyListButSeesDetails() {
		airtable.table().put(1, Map.of("Name", "Nora", "User", Table.user(ADA, "Ada Park")));
		AirtableCrm crm = users("Ben Ode <ben@example.com>");
		assertThat(new Walk(crm, audience(ADA), "").ids()).isEmpty();
		assertThat(audience(ADA).maySee(customer(crm))).isTrue();
	}

	@Test
	void customerWithoutOwnerBelongsToEveryWorkerIfConfigured() {
		airtable.table().put(1, Map.of("Name", "Nora"));
		assertSeen(airtable.crm(airtable.settings(USERS, WithoutOwner.EVERYONE, List.of())), true);
		assertSeen(airtable.crm(airtable.settings(USERS)), false);
		airtable.table().put(1, Map.of("Name", "Nora", "Users", List.of(Table.user(BEN, "Ben Ode"))));
		assertSeen(airtable.crm(airtable.settings(USERS, WithoutOwner.EVERYONE, List.of())), false);
	}

	@Test
	void orderIsAlphabeticalIfTheListIsSortedByTheName() {
		assertThat(airtable.crm().can(CrmCapability.ALPHABETICAL_ORDER)).isTrue();
		FieldMapping parts = FieldMapping.of(Map.of(CustomerField.DISPLAY_NAME, List.of(), CustomerField.FIRST_NAME,
				List.of("Name"), CustomerField.LAST_NAME, List.of("Company")));
		AirtableCrm crm = airtable.crm(airtable.settings(parts));
		assertThat(crm.can(CrmCapability.ALPHABETICAL_ORDER)).isFalse();
		airtable.table().put(1, Map.of("Name", "Ann", "Company", "Zoll"));
		airtable.table().put(2, Map.of("Name", "Zoe", "Company", "Abel"));
		assertThat(new Walk(crm, Audience.EVERYONE, "").inPagesOf(5)).extracting(CrmCustomer::name)
			.containsExactly("Zoe Abel", "Ann Zoll");
	}

	private static AirtableCrm users(String collaborator) {
		return airtable.crm(airtable.settings(USERS, WithoutOwner.NOBODY, List.of(collaborator)));
	}

	/** The same in a list and by id. */
	private static void assertSeen(AirtableCrm crm, boolean isSeen) {
		assertThat(new Walk(crm, audience(ADA), "").ids()).isEqualTo(isSeen ? List.of(Table.id(1)) : List.of());
		assertThat(audience(ADA).maySee(customer(crm))).isEqualTo(isSeen);
	}

	private static CrmCustomer customer(AirtableCrm crm) {
		return crm.byId(id(Table.id(1)), Walk.soon()).orElseThrow();
	}

}
