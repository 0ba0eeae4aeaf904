package io.frontlineservice.customer;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestServices.soon;
import static io.frontlineservice.worker.TestWorkers.identity;
import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.ChannelType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** Customers are written as Twilio's page describes them, without other fields. */
class CustomerJsonTests {

	private static final Customer BOBBY = new Customer("98", "Bobby Shaftoe",
			List.of(new Channel(ChannelType.SMS, "+14155550101"),
					new Channel(ChannelType.WHATSAPP, "whatsapp:+14155550101"),
					new Channel(ChannelType.CHAT, "bobby@example.com")),
			List.of(new Link("Facebook", "https://example.com/bobby", "Social Media Profile")),
			new Detail("Information", "Status: Active\n\nScore: 100"), "https://example.com/a.jpg");

	private final JsonMapper json = new JsonMapper();

	@Test
	void customerHasPropertiesOfTwiliosPage() {
		assertJson(BOBBY, """
				{"customer_id":"98","display_name":"Bobby Shaftoe","avatar":"https://example.com/a.jpg",
				"channels":[{"type":"sms","value":"+14155550101"},
				{"type":"whatsapp","value":"whatsapp:+14155550101"},
				{"type":"chat","value":"bobby@example.com"}],
				"links":[{"type":"Facebook","value":"https://example.com/bobby",
				"display_name":"Social Media Profile"}],
				"details":{"title":"Information","content":"Status: Active\\n\\nScore: 100"}}""");
	}

	@Test
	void absentPropertiesAreOmitted() {
		assertJson(new Customer("98", "Bobby", null, null, null, null),
				"{\"customer_id\":\"98\",\"display_name\":\"Bobby\"}");
		assertJson(new Customer("98", "Bobby", List.of(), List.of(), new Detail(null, "x"), null),
				"{\"customer_id\":\"98\",\"display_name\":\"Bobby\",\"details\":{\"content\":\"x\"}}");
	}

	@Test
	void rowHasOnlyIdNameAndAvatar() {
		assertJson(listed().customers().get(0),
				"{\"customer_id\":\"98\",\"display_name\":\"Bobby Shaftoe\",\"avatar\":\"https://example.com/a.jpg\"}");
	}

	@Test
	void otherFieldsOfCrmCustomerAreNotWritten() {
		Customer details = TestServices.of(crm()).details(worker(ADA), id("98"), soon());
		assertThat(details).isEqualTo(BOBBY);
		assertThat(this.json.writeValueAsString(details)).doesNotContain("secret", ADA, "private@example.com");
		assertThat(this.json.writeValueAsString(listed())).doesNotContain("secret", ADA, "private@example.com");
	}

	@Test
	void nameWithSpecialCharactersIsEscaped() {
		String name = "\" \\ \r\n\u0000\u2028\u202E</script>\uD83D\uDE00";
		Customer customer = new Customer("1", name, null, null, null, null);
		assertThat(this.json.readTree(this.json.writeValueAsBytes(customer)).get("display_name").asString())
			.isEqualTo(name);
	}

	@Test
	void emptyListIsNotNull() {
		CustomerList empty = TestServices.of(new FakeCrm())
			.list(new CustomersRequest(worker(ADA), identity(ADA), "", 5, null, null), soon());
		assertThat(empty.customers()).isNotNull().isEmpty();
		assertThat(CustomerList.END.customers()).isNotNull().isEmpty();
	}

	private static CustomerList listed() {
		return TestServices.of(crm()).list(new CustomersRequest(worker(ADA), identity(ADA), "", 5, null, null), soon());
	}

	private static FakeCrm crm() {
		return new FakeCrm(new CrmCustomer(BOBBY, Set.of(identity(ADA)), List.of("private@example.com"),
				"secret company", "en", Instant.EPOCH, Map.of("secret", "secret")));
	}

	private void assertJson(Object value, String expected) {
		assertThat(this.json.readTree(this.json.writeValueAsString(value))).isEqualTo(this.json.readTree(expected));
	}

}
