package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The details of a customer, and the workers who may read them. */
@RunningService
class CustomerDetailsScenarioTests {

	private static final String ADA = "ada@example.com";

	private static final String DMITRIS_CUSTOMER = "1030";

	private final CrmCallback callback;

	CustomerDetailsScenarioTests(@LocalServerPort int port) {
		this.callback = new CrmCallback(port);
	}

	@Test
	void detailsHaveAllFieldsOfCustomer() throws Exception {
		HttpResponse<String> response = this.callback.details(ADA, "1001");
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.body()).isEqualTo(
				"""
						{"objects":{"customer":{"customer_id":"1001","display_name":"Lina Berg",\
						"channels":[{"type":"sms","value":"+14155550101"},{"type":"whatsapp","value":"whatsapp:+14155550101"},\
						{"type":"chat","value":"lina-berg"}],\
						"links":[{"type":"CRM","value":"https://crm.example.com/customers/1001","display_name":"Open in the CRM"},\
						{"type":"Email","value":"mailto:lina@berg.example","display_name":"lina@berg.example"}],\
						"details":{"title":"About","content":"Status: Active\\n\\nPrefers calls after 3 pm.\\nLast order: oak shelves,\
						 12 August"},"avatar":"https://example.com/avatars/1001.png"}}}""");
	}

	@Test
	void customerOfOtherWorkerLooksLikeMissingOne() throws Exception {
		HttpResponse<String> ofOtherWorker = this.callback.details(ADA, DMITRIS_CUSTOMER);
		HttpResponse<String> missing = this.callback.details(ADA, "no-such-customer");
		assertThat(this.callback.details("dmitri@example.com", DMITRIS_CUSTOMER).statusCode()).isEqualTo(200);
		assertThat(ofOtherWorker.statusCode()).isEqualTo(404).isEqualTo(missing.statusCode());
		assertThat(ofOtherWorker.body()).isEqualTo(missing.body()).contains("This worker has no such customer.");
		assertThat(ofOtherWorker.headers().map().keySet()).isEqualTo(missing.headers().map().keySet());
	}

	@Test
	void unknownCustomerIdIs404AndTheServiceGoesOn() throws Exception {
		assertThat(this.callback.details(ADA, "4711").statusCode()).isEqualTo(404);
		assertThat(this.callback.details(ADA, "1001").statusCode()).isEqualTo(200);
	}

	@Test
	void unknownWorkerGets404() throws Exception {
		assertThat(this.callback.details("mallory@example.com", "1001").statusCode()).isEqualTo(404);
	}

	@ParameterizedTest
	@ValueSource(strings = { "1001\u0000", " 1001", "01001", "1001.0", "{\"id\":1001}", "../1001" })
	void customerIdsAreComparedExactly(String id) throws Exception {
		assertThat(this.callback.details(ADA, id).statusCode()).isEqualTo(404);
	}

}
