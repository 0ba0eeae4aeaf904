package io.frontlineservice.crm.rest;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.sandbox.crm.contract.PretendCustomersApi;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Without requests in the settings, the API is the one of this project. */
class ContractApiTests extends CrmAdapterContract {

	private static final PretendCustomersApi PRETEND = new PretendCustomersApi();

	private static RestSetup setup;

	private static RestCrm crm;

	@BeforeAll
	static void start() {
		setup = new RestSetup(PRETEND, PretendCustomersApi.PATH).set("authentication.type", "bearer")
			.set("authentication.token", PretendCustomersApi.TOKEN);
		crm = setup.crm();
	}

	@AfterAll
	static void stop() {
		setup.close();
	}

	/** The API has the customers of the last call. */
	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		PRETEND.customers().clear();
		customers.forEach(PRETEND.customers()::put);
		return crm;
	}

	@Test
	void requestsAreThoseOfTheDocument() {
		adapterOf(List.of());
		setup.requests();
		crm.list(audience(ADA), "", null, 50, Walk.soon());
		crm.list(Audience.EVERYONE, "o'neil & co", null, 5, Walk.soon());
		crm.byId(id("KD-7/4"), Walk.soon());
		crm.byAddress(whatsApp("+14155550101"), Walk.soon());
		crm.byAddress(whatsApp("+5215512345678"), Walk.soon());
		assertThat(setup.requests()).containsExactly("GET /api/customers?owner=%2A&owner=ada%40example.com&limit=30",
				"GET /api/customers?search=o%27neil%20%26%20co&limit=30", "GET /api/customers/KD-7%2F4",
				"GET /api/customers/by-address?address=%2B14155550101",
				"GET /api/customers/by-address?address=%2B525512345678",
				"GET /api/customers/by-address?address=%2B5215512345678");
	}

	@Test
	void customerHasAllThatTheFileHas() {
		adapterOf(List.of());
		PRETEND.customers()
			.put(Map.of("customer_id", 98, "display_name", "Bobby", "workers", List.of("*"), "company", "Shaftoe",
					"email", "bobby@example.com", "language", "en", "updated_at", "2026-09-14T10:12:00Z", "details",
					Map.of("title", "About", "content", "Active"), "attributes", Map.of("tier", "gold", "vip", true)));
		CrmCustomer found = crm.byId(id("98"), Walk.soon()).orElseThrow();
		assertThat(found.owners()).containsExactly(CrmCustomer.EVERYONE);
		assertThat(found.company()).isEqualTo("Shaftoe");
		assertThat(found.language()).isEqualTo("en");
		assertThat(found.updatedAt()).isEqualTo("2026-09-14T10:12:00Z");
		assertThat(found.emails()).containsExactly("bobby@example.com");
		assertThat(found.card().details().content()).isEqualTo("Active");
		assertThat(found.attributes()).containsEntry("tier", "gold").containsEntry("vip", true);
	}

	@Test
	void settingsHaveNoFindings() {
		assertThat(setup.findings()).isEmpty();
	}

}
