package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.Callback;
import io.frontlineservice.RunningService;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bugs with templates that other callback servers have. Each test shows that this service
 * does not have the bug.
 */
@RunningService
@TestPropertySource(properties = { "frontline.crm.file.location=classpath:bugs/customers.json",
		"frontline.workers.location=", "frontline.templates.location=classpath:bugs/templates.yml" })
class TemplateBugsOfOtherServersTests {

	private static final String WORKER = "jo.doe@example.com";

	private final Callback templates;

	TemplateBugsOfOtherServersTests(@LocalServerPort int port) {
		this.templates = Callback.templates(port);
	}

	@Test
	void everyOccurrenceOfPlaceholderIsReplaced() throws Exception {
		assertThat(contents("single")).contains("Madonna, Madonna and Madonna: Jo Doe");
	}

	@Test
	void dollarSignInNameIsLiteral() throws Exception {
		String name = "Cash$& Co $1 $' $`";
		assertThat(contents("dollar")).contains(name + ", " + name + " and " + name + ": Jo Doe");
	}

	@ParameterizedTest
	@ValueSource(strings = { "single", "dollar", "quoted", "nameless", "", "no-such-customer" })
	void missingValueLeavesNoTraceInMessages(String customerId) throws Exception {
		assertThat(String.join(" ", contents(customerId))).doesNotContain("{{", "}}", "undefined", "null", "blank",
				"Dear", "Title", "nameless");
	}

	@Test
	void authorIsNameOfRequestingWorker() throws Exception {
		assertThat(String.join(" ", contents("single"))).contains("Jo Doe").doesNotContain("@", "lse");
	}

	@Test
	void firstNameOfSingleWordNameIsThatWord() throws Exception {
		assertThat(contents("single")).contains("Madonna!");
	}

	@Test
	void whatsAppApprovedIsBooleanInCamelCase() throws Exception {
		assertThat(request("single").body()).contains("\"whatsAppApproved\":true", "\"whatsAppApproved\":false")
			.doesNotContain("whatsappapproved", "whats_app_approved", "\"true\"");
	}

	@Test
	void quotesAndBackslashesAreEscapedInJson() throws Exception {
		assertThat(contents("quoted")).anyMatch((content) -> content.startsWith("Ann \"Ace\" O'Hara\\, "));
	}

	@Test
	void unknownCustomerGetsTemplatesWithoutCustomerValues() throws Exception {
		assertThat(request("").statusCode()).isEqualTo(200);
		assertThat(contents("")).containsExactly("Nobody in particular");
		assertThat(contents("no-such-customer")).containsExactly("Nobody in particular");
	}

	private List<String> contents(String customerId) throws Exception {
		List<String> contents = new ArrayList<>();
		JsonMapper.shared()
			.readTree(request(customerId).body())
			.forEach((category) -> category.path("templates")
				.forEach((template) -> contents.add(template.path("content").asString())));
		return contents;
	}

	private HttpResponse<String> request(String customerId) throws Exception {
		return this.templates.post("Location", "GetTemplatesByCustomerId", "CustomerId", customerId, "Worker", WORKER);
	}

}
