package io.frontlineservice.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.SignedRequest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/** Verification does not depend on the configured path of the servlet. */
@RunningService
@TestPropertySource(properties = "spring.mvc.servlet.path=/frontline")
class OtherPathsScenarioTests {

	private static final SignedRequest FORM = SignedRequest.to(RunningService.PUBLIC_URL + "/frontline/callbacks/crm")
		.with("Location", "GetCustomersList")
		.with("Worker", "ada@example.com");

	private final String url;

	OtherPathsScenarioTests(@LocalServerPort int port) {
		this.url = "http://localhost:" + port + "/frontline/callbacks/crm";
	}

	@Test
	void otherPathOfTheServletDoesNotDisableVerification() throws Exception {
		assertThat(FORM.post(this.url).statusCode()).isEqualTo(200);
		assertThat(FORM.postUnsigned(this.url).statusCode()).isEqualTo(403);
		assertThat(FORM.postUnsigned(this.url + "?" + FORM.body()).statusCode()).isEqualTo(403);
	}

}
