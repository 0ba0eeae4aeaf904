package io.frontlineservice.crm.salesforce;

import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Detail;
import io.frontlineservice.customer.Link;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What contacts, leads, person accounts and other records are as customers. */
class SalesforceObjectsTests {

	private final TestSalesforce salesforce = new TestSalesforce();

	private final String ada = this.salesforce.user("ada@example.com");

	@AfterEach
	void close() {
		this.salesforce.close();
	}

	@Test
	void contact() {
		String account = this.salesforce.org().insert("Account", Map.of("Name", "Acme"));
		String contact = this.salesforce.contact("Lind", this.ada,
				Map.of("FirstName", "Nora", "AccountId", account, "Title", "CFO", "Email", "nora@example.com",
						"MobilePhone", "(415) 555-0101", "Phone", "+44 20 7946 0101", "DoNotCall", true));
		CrmCustomer nora = byId(contact);
		assertThat(nora.name()).isEqualTo("Nora Lind");
		assertThat(nora.company()).isEqualTo("Acme");
		assertThat(nora.emails()).containsExactly("nora@example.com");
		assertThat(nora.channels()).extracting(Channel::value).containsExactly("+14155550101");
		assertThat(nora.updatedAt()).isEqualTo("2026-11-22T10:00:00Z");
		assertThat(nora.attributes())
			.isEqualTo(Map.of("first_name", "Nora", "title", "CFO", "do_not_call", true, "sort_name", "Nora Lind"));
		assertThat(nora.card().details()).isEqualTo(new Detail("Salesforce", "Title: CFO\nAccount: Acme"));
		assertThat(nora.card().links()).containsExactly(new Link("Salesforce",
				this.salesforce.server().url() + "/lightning/r/Contact/" + contact + "/view", "Salesforce"),
				new Link("Email", "mailto:nora@example.com", "nora@example.com"));
	}

	@Test
	void contactWithoutAnythingButAName() {
		CrmCustomer nora = byId(this.salesforce.contact("Lind", this.ada));
		assertThat(nora.name()).isEqualTo("Lind");
		assertThat(nora.channels()).isEmpty();
		assertThat(nora.company()).isNull();
		assertThat(nora.card().details()).isEqualTo(new Detail("Salesforce", "Title: none\nAccount: none"));
	}

	@Test
	void numberKeepsItsDigits() {
		this.salesforce.org().addFields("Contact", "Revenue__c");
		this.salesforce.set("fields.attributes.revenue", "Revenue__c");
		String contact = this.salesforce.contact("Lind", this.ada, Map.of("Revenue__c", new BigDecimal("12500000.50")));
		assertThat(byId(contact).text("revenue")).isEqualTo("12500000.50");
	}

	@Test
	void linkLeadsToLightningOfTheOrg() {
		this.salesforce.set("url", "https://acme--uat.sandbox.my.salesforce.com/");
		assertThat(CustomerObject.of(this.salesforce.bound()).fields().linkPatterns()).containsExactly(Map
			.entry("Salesforce", "https://acme--uat.sandbox.lightning.force.com/lightning/r/Contact/{{Id}}/view"));
	}

	@Test
	void leadUntilItIsConverted() {
		this.salesforce.set("object", "Lead");
		Map<String, Object> fields = Map.of("FirstName", "Nora", "LastName", "Lind", "Company", "Acme", "Status", "New",
				"Phone", "415-555-0101", "OwnerId", this.ada);
		String lead = this.salesforce.org().insert("Lead", fields);
		CrmCustomer nora = byId(lead);
		assertThat(nora.name()).isEqualTo("Nora Lind");
		assertThat(nora.company()).isEqualTo("Acme");
		assertThat(nora.card().details())
			.isEqualTo(new Detail("Salesforce", "Title: none\nCompany: Acme\nStatus: New"));
		assertThat(ids(this.salesforce.crm().byAddress(sms("+14155550101"), Walk.soon()))).containsExactly(lead);
		this.salesforce.org().update(lead, Map.of("IsConverted", true));
		assertThat(this.salesforce.crm().byId(id(lead), Walk.soon())).isEmpty();
		assertThat(Walk.all(this.salesforce.crm()).ids()).isEmpty();
	}

	@Test
	void personAccountButNoBusinessAccount() {
		this.salesforce.set("object", "Account");
		this.salesforce.org().insert("Account", Map.of("Name", "Acme", "Phone", "(415) 555-0101", "OwnerId", this.ada));
		String account = this.salesforce.org()
			.insert("Account", Map.of("FirstName", "Nora", "LastName", "Lind", "IsPersonAccount", true, "OwnerId",
					this.ada, "PersonMobilePhone", "(415) 555-0101", "PersonEmail", "nora@example.com"));
		assertThat(Walk.all(this.salesforce.crm()).ids()).containsExactly(account);
		CrmCustomer nora = byId(account);
		assertThat(nora.name()).isEqualTo("Nora Lind");
		assertThat(nora.emails()).containsExactly("nora@example.com");
		assertThat(ids(this.salesforce.crm().byAddress(sms("+14155550101"), Walk.soon()))).containsExactly(account);
	}

	@Test
	void recordOfAnObjectOfTheOrgItself() {
		this.salesforce.org().addObject("Patient__c", "a01");
		this.salesforce.org().addFields("Patient__c", "Full_Name__c", "Mobile__c", "Tier__c");
		this.salesforce.set("object", "Patient__c")
			.set("fields.display-name", "Full_Name__c,Name")
			.set("fields.phone", "Mobile__c")
			.set("fields.attributes.tier", "Tier__c")
			.set("fields.details-text", "Tier: {{Tier__c|none}}");
		String patient = this.salesforce.org()
			.insert("Patient__c", Map.of("Name", "P-0001", "Full_Name__c", "Nora Lind", "Mobile__c", "+14155550101",
					"Tier__c", "gold", "OwnerId", this.ada));
		CrmCustomer nora = byId(patient);
		assertThat(nora.name()).isEqualTo("Nora Lind");
		assertThat(nora.text("tier")).isEqualTo("gold");
		assertThat(nora.card().details()).isEqualTo(new Detail(null, "Tier: gold"));
		assertThat(ids(this.salesforce.crm().byAddress(sms("+14155550101"), Walk.soon()))).containsExactly(patient);
	}

	@Test
	void objectWithoutNumbersIsFoundByNoNumber() {
		this.salesforce.org().addObject("Patient__c", "a01");
		this.salesforce.set("object", "Patient__c");
		assertThat(this.salesforce.crm().byAddress(sms("+14155550101"), Walk.soon())).isEmpty();
		assertThat(this.salesforce.queries()).isEmpty();
	}

	private CrmCustomer byId(String id) {
		return this.salesforce.crm().byId(id(id), Walk.soon()).orElseThrow();
	}

}
