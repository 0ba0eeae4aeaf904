package io.frontlineservice.crm.dataverse;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What contacts, accounts and rows of other tables are as customers. */
class DataverseFieldsTests {

	private final TestDataverse dataverse = new TestDataverse();

	private final String ada = this.dataverse.user("ada@example.com");

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	@Test
	void contact() {
		String account = this.dataverse.tables().insert("account", Map.of("name", "Acme"));
		String contact = this.dataverse.contact("Lind", this.ada,
				Map.of("firstname", "Nora", "_parentcustomerid_value", account, "jobtitle", "CFO", "emailaddress1",
						"nora@example.com", "mobilephone", "(415) 555-0101", "telephone1", "+44 20 7946 0101",
						"donotphone", true, "modifiedon", "2026-11-22T10:00:00Z"));
		CrmCustomer nora = byId(contact);
		assertThat(nora.name()).isEqualTo("Nora Lind");
		assertThat(nora.company()).isEqualTo("Acme");
		assertThat(nora.emails()).containsExactly("nora@example.com");
		assertThat(nora.channels()).extracting(Channel::value).containsExactly("+14155550101");
		assertThat(nora.updatedAt()).isEqualTo("2026-11-22T10:00:00Z");
		assertThat(nora.attributes())
			.isEqualTo(Map.of("first_name", "Nora", "title", "CFO", "do_not_call", true, "sort_name", "Nora Lind"));
		assertThat(nora.card().details()).isEqualTo(new Detail("Dynamics 365", "Title: CFO\nAccount: Acme"));
		assertThat(nora.card().links())
			.containsExactly(
					new Link("Dynamics 365",
							this.dataverse.server().url() + "/main.aspx?pagetype=entityrecord&etn=contact&id="
									+ contact,
							"Dynamics 365"),
					new Link("Email", "mailto:nora@example.com", "nora@example.com"));
	}

	@Test
	void contactWithoutAnythingButAName() {
		CrmCustomer nora = byId(this.dataverse.contact("Lind", this.ada));
		assertThat(nora.name()).isEqualTo("Lind");
		assertThat(nora.channels()).isEmpty();
		assertThat(nora.company()).isNull();
		assertThat(nora.card().details()).isEqualTo(new Detail("Dynamics 365", "Title: none\nAccount: none"));
	}

	@Test
	void linkOpensInTheConfiguredApp() {
		this.dataverse.set("app-id", "3f2504e0-4f89-11d3-9a0c-0305e82c3301");
		assertThat(byId(this.dataverse.contact("Lind", this.ada)).card().links()).first()
			.extracting(Link::value)
			.asString()
			.contains("/main.aspx?appid=3f2504e0-4f89-11d3-9a0c-0305e82c3301&pagetype=entityrecord&etn=contact&id=");
	}

	@Test
	void choiceIsTheTextThatPeopleSee() {
		this.dataverse.set("fields.attributes.prefers", "preferredcontactmethodcode")
			.set("fields.attributes.state", "statecode");
		String nora = this.dataverse.contact("Lind", this.ada, Map.of("preferredcontactmethodcode", 2));
		assertThat(byId(nora).attributes()).containsEntry("prefers", "Email").containsEntry("state", "0");
	}

	@Test
	void account() {
		this.dataverse.set("table", "accounts");
		String acme = this.dataverse.tables()
			.insert("account", Map.of("name", "Acme", "accountnumber", "A-1", "telephone1", "415 555 0101",
					"_ownerid_value", this.ada));
		DataverseCrm crm = this.dataverse.crm();
		CrmCustomer found = crm.byId(id(acme), Walk.soon()).orElseThrow();
		assertThat(found.name()).isEqualTo("Acme");
		assertThat(found.channels()).extracting(Channel::value).containsExactly("+14155550101");
		assertThat(found.card().details()).isEqualTo(new Detail("Dynamics 365", "Account number: A-1"));
		assertThat(new Walk(crm, audience("ada@example.com"), "acm").ids()).containsExactly(acme);
		assertThat(this.dataverse.requests("accounts").get(0).query()).doesNotContain("$expand")
			.endsWith("&$orderby=name%20asc,accountid%20asc");
	}

	@Test
	void rowOfAnotherTable() {
		this.dataverse.tables().createTable("new_patient", "new_patients", "new_name", "new_phone");
		this.dataverse.set("table", "new_patients")
			.set("id-column", "new_patientid")
			.set("name-column", "new_name")
			.set("fields.phone", "new_phone");
		String nora = this.dataverse.tables()
			.insert("new_patient", Map.of("new_name", "Nora", "new_phone", "4155550101", "_ownerid_value", this.ada));
		CrmCustomer found = new Walk(this.dataverse.crm(), audience("ada@example.com"), "nora").inPagesOf(5).get(0);
		assertThat(found.id()).isEqualTo(id(nora));
		assertThat(found.channels()).extracting(Channel::value).containsExactly("+14155550101");
		assertThat(found.card().links()).first().extracting(Link::value).asString().contains("&etn=new_patient&id=");
	}

	private CrmCustomer byId(String contact) {
		return this.dataverse.crm().byId(id(contact), Walk.soon()).orElseThrow();
	}

}
