package io.frontlineservice.crm.hubspot;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.ids;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.crm.owner.WithoutOwner;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.customer.Link;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a contact becomes, and how its number finds it. */
class HubSpotCustomerTests {

	private final TestHubSpot hubSpot = new TestHubSpot();

	@AfterEach
	void close() {
		this.hubSpot.close();
	}

	@Test
	void contactHasWhatHubSpotHas() {
		put(Map.of("firstname", "Nora", "lastname", "Lind", "email", "nora@example.com", "mobilephone", "+14155550101",
				"phone", "+14155550102", "hs_whatsapp_phone_number", "+14155550103", "company", "Acme", "hs_language",
				"de-at", "jobtitle", "Buyer", "hubspot_owner_id", this.hubSpot.idOf(ADA)));
		CrmCustomer customer = customer(this.hubSpot.crm());
		assertThat(customer.name()).isEqualTo("Nora Lind");
		assertThat(customer.channels()).containsExactly(Channel.of(sms("+14155550101")),
				Channel.of(whatsApp("+14155550103")));
		assertThat(customer.emails()).containsExactly("nora@example.com");
		assertThat(customer.company()).isEqualTo("Acme");
		assertThat(customer.language()).isEqualTo("de-at");
		assertThat(customer.updatedAt()).isNotNull();
		assertThat(customer.text("first_name")).isEqualTo("Nora");
		Customer card = customer.card();
		assertThat(card.details()).isNotNull().extracting("content").isEqualTo("Buyer");
		assertThat(card.links()).containsExactly(
				new Link("HubSpot", "https://app.hubspot.com/contacts/4711/record/0-1/1", "HubSpot"),
				new Link("Email", "mailto:nora@example.com", "nora@example.com"));
	}

	@Test
	void fieldsAreConfigured() {
		this.hubSpot.account().contacts().define("tier");
		put(Map.of("lastname", "Lind", "tier", "Gold", "phone", "+14155550102"));
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.PHONE, List.of("phone")))
			.with(Map.of("tier", "tier"), Map.of("Shop", "https://shop.example.com/{{hs_object_id}}"), "About",
					"Tier: {{tier}}");
		CrmCustomer customer = customer(this.hubSpot.crm(this.hubSpot.settings(fields, WithoutOwner.NOBODY)));
		assertThat(customer.text("tier")).isEqualTo("Gold");
		assertThat(customer.card().details()).extracting("content").isEqualTo("Tier: Gold");
		assertThat(customer.card().links()).extracting(Link::value)
			.containsExactly("https://app.hubspot.com/contacts/4711/record/0-1/1", "https://shop.example.com/1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "+14155550101", "(415) 555-0101", "415.555.0101", "1-415-555-0101", "+1 415 555 01 01",
			"tel:+14155550101" })
	void numberIsFoundHoweverItIsWritten(String written) {
		put(Map.of("lastname", "Lind", "phone", written));
		assertThat(ids(this.hubSpot.crm().byAddress(whatsApp("+14155550101"), Walk.soon()))).containsExactly("1");
	}

	@Test
	void numberOfAnotherCountryIsNotFoundAlthoughHubSpotFindsIt() {
		put(Map.of("lastname", "Lind", "phone", "+447917528642"));
		HubSpotCrm crm = this.hubSpot.crm();
		assertThat(crm.byAddress(sms("+917917528642"), Walk.soon())).isEmpty();
		assertThat(ids(crm.byAddress(sms("+447917528642"), Walk.soon()))).containsExactly("1");
	}

	@Test
	void numberThatIsNotTheChannelOfTheContactFindsItToo() {
		put(Map.of("lastname", "Lind", "mobilephone", "+14155550101", "phone", "+14155550102"));
		assertThat(ids(this.hubSpot.crm().byAddress(sms("+14155550102"), Walk.soon()))).containsExactly("1");
	}

	@Test
	void numberOfAConfiguredPropertyFindsTheContact() {
		this.hubSpot.account().contacts().define("shop_phone");
		put(Map.of("lastname", "Lind", "shop_phone", "+14155550101"));
		FieldMapping fields = FieldMapping.of(Map.of(CustomerField.PHONE, List.of("shop_phone")));
		HubSpotCrm crm = this.hubSpot.crm(this.hubSpot.settings(fields, WithoutOwner.NOBODY));
		assertThat(ids(crm.byAddress(sms("+14155550101"), Walk.soon()))).containsExactly("1");
	}

	private void put(Map<String, String> properties) {
		this.hubSpot.account().contacts().put(1, properties);
	}

	private static CrmCustomer customer(HubSpotCrm crm) {
		return crm.byId(id("1"), Walk.soon()).orElseThrow();
	}

}
