package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import io.frontlineservice.customer.Grants;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/**
 * All callbacks let a worker read a customer of another worker while both are in an open
 * conversation.
 */
@RunningService
@TestPropertySource(properties = { "TWILIO_SMS_NUMBER=+15005550006",
		"frontline.templates.location=classpath:sandbox/templates.yml" })
class GrantsScenarioTests {

	/** A customer of Ada. */
	private static final String LINA = "1001";

	@SuppressWarnings("UnusedVariable")
	@TestBean
	private Grants grants;

	private final CrmCallback customers;

	private final Callback conversations;

	private final Callback templates;

	GrantsScenarioTests(@LocalServerPort int port) {
		this.customers = new CrmCallback(port);
		this.conversations = Callback.outgoingConversation(port);
		this.templates = Callback.templates(port);
	}

	/** Ben is in a conversation with Lina. The lookup for Chiara fails. */
	static Grants grants() {
		return (worker, customerId, deadline) -> switch (worker.identity().key()) {
			case "ben@example.com" -> customerId.value().equals(LINA);
			case "chiara@example.com" -> throw new IllegalStateException("a secret of the store");
			default -> false;
		};
	}

	@ParameterizedTest
	@CsvSource({ "ada@example.com,1001,200", "ben@example.com,1001,200", "BEN@example.com,1001,200",
			"dmitri@example.com,1001,404", "stranger@example.com,1001,404", "ben@example.com,1003,404",
			"chiara@example.com,1001,503" })
	void detailsTemplatesAndProxyAddressHaveSameStatus(String worker, String customer, int status) throws Exception {
		assertThat(this.customers.details(worker, customer).statusCode()).isEqualTo(status);
		assertThat(this.templates.post("Location", "GetTemplatesByCustomerId", "Worker", worker, "CustomerId", customer)
			.statusCode()).isEqualTo(status);
		assertThat(this.conversations
			.post("Location", "GetProxyAddress", "Worker", worker, "CustomerId", customer, "ChannelType", "sms",
					"ChannelValue", "+14155550101")
			.statusCode()).isEqualTo(status);
	}

	@Test
	void listAndSearchHaveOnlyOwnCustomers() throws Exception {
		assertThat(this.customers.walk("ben@example.com", 100)).isNotEmpty().doesNotContain(LINA);
		assertThat(this.customers.walk("ben@example.com", 100, "Query", "Lina Berg")).doesNotContain(LINA);
	}

	@Test
	void ownCustomersAreAvailableWhileGrantsFail() throws Exception {
		String own = this.customers.walk("chiara@example.com", 100).get(0);
		assertThat(this.customers.details("chiara@example.com", own).statusCode()).isEqualTo(200);
		assertThat(this.customers.details("chiara@example.com", LINA).body()).doesNotContain("secret");
	}

	@Test
	void customerOfOtherWorkerLooksLikeMissingOneWhileGrantsFail() throws Exception {
		HttpResponse<String> ofOtherWorker = this.customers.details("chiara@example.com", LINA);
		HttpResponse<String> missing = this.customers.details("chiara@example.com", "no-such-customer");
		assertThat(ofOtherWorker.statusCode()).isEqualTo(503);
		assertThat(missing.statusCode()).isEqualTo(503);
		assertThat(missing.body()).isEqualTo(ofOtherWorker.body());
		assertThat(this.templates
			.post("Location", "GetTemplatesByCustomerId", "Worker", "chiara@example.com", "CustomerId",
					"no-such-customer")
			.statusCode()).isEqualTo(503);
	}

}
