package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** All callbacks let the workers of a team read the customers of each other. */
@RunningService
@TestPropertySource(properties = { "frontline.visibility=team", "TWILIO_SMS_NUMBER=+15005550006",
		"frontline.templates.location=classpath:sandbox/templates.yml" })
class TeamScenarioTests {

	/** A customer of Ada. Only Ben is in the same team. */
	private static final String LINA = "1001";

	private final CrmCallback customers;

	private final Callback conversations;

	private final Callback templates;

	TeamScenarioTests(@LocalServerPort int port) {
		this.customers = new CrmCallback(port);
		this.conversations = Callback.outgoingConversation(port);
		this.templates = Callback.templates(port);
	}

	@ParameterizedTest
	@CsvSource({ "ada@example.com,200", "Ada.Okafor@example.com,200", "ben@example.com,200", "chiara@example.com,404",
			"stranger@example.com,404" })
	void onlyWorkersOfTeamMayReadCustomer(String worker, int status) throws Exception {
		assertThat(this.customers.details(worker, LINA).statusCode()).isEqualTo(status);
		assertThat(this.templates.post("Location", "GetTemplatesByCustomerId", "Worker", worker, "CustomerId", LINA)
			.statusCode()).isEqualTo(status);
		assertThat(this.conversations
			.post("Location", "GetProxyAddress", "Worker", worker, "CustomerId", LINA, "ChannelType", "sms",
					"ChannelValue", "+14155550101")
			.statusCode()).isEqualTo(status);
		assertThat(this.customers.walk(worker, 100).contains(LINA)).isEqualTo(status == 200);
		assertThat(this.customers.walk(worker, 100, "Query", "Lina Berg").contains(LINA)).isEqualTo(status == 200);
	}

	@Test
	void authorOfTemplatesIsRequestingWorker() throws Exception {
		assertThat(this.templates
			.post("Location", "GetTemplatesByCustomerId", "Worker", "ben@example.com", "CustomerId", LINA)
			.body()).contains("this is Ben Whitfield.").doesNotContain("Ada");
	}

}
