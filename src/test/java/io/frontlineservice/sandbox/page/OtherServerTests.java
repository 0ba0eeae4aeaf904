package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.MatchResult;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.SignedRequest;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/**
 * Tests the phone with another callback server, which has another auth token.
 */
@RunningSandbox
class OtherServerTests {

	private static final String CRM = "/frontline/crm";

	@RegisterExtension
	static final WireMockExtension server = WireMockExtension.newInstance()
		.options(WireMockConfiguration.options().dynamicPort())
		.build();

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void target(DynamicPropertyRegistry properties) {
		properties.add("sandbox.target.auth-token", () -> SignedRequest.TOKEN);
		properties.add("sandbox.target.crm-url", () -> server.baseUrl() + CRM);
		properties.add("sandbox.target.workers", () -> "john@example.com");
	}

	@BeforeEach
	void answer() {
		details("""
				{"objects": {"customer": {"customer_id": 98, "display_name": "Bobby Shaftoe",
				  "channels": [{"type": "sms", "value": "+123456789"}],
				  "details": {"title": "Information", "content": "Status: Active\\n\\nScore: 100"}}}}""");
		server.stubFor(WireMock.post(CRM)
			.withFormParam("Location", WireMock.equalTo("GetCustomersList"))
			.andMatching(OtherServerTests::isSigned)
			.willReturn(WireMock.okJson(
					"{\"objects\": {\"customers\": [{\"customer_id\": 98, \"display_name\": \"Bobby Shaftoe\"}]}}")));
	}

	@Test
	void phoneShowsCustomersOfOtherServer() {
		browser.page().navigate("http://localhost:" + this.port + "/");
		SandboxPage page = new SandboxPage(browser.page());
		assertThat(browser.page().getByRole(AriaRole.BANNER)).containsText(server.baseUrl() + CRM);
		page.openCustomer("Bobby Shaftoe");
		assertThat(page.worker()).containsText("Score: 100");
	}

	@Test
	void responseIsShownAsTextOnly() {
		details("""
				{"objects": {"customer": {"customer_id": 98, "display_name": "<b>Bobby</b>",
				  "links": [{"type": "Web", "value": "javascript:alert(1)", "display_name": "Order"}],
				  "details": {"title": "<i>About</i>", "content": "<img src='x'>"}}}}""");
		browser.page().navigate("http://localhost:" + this.port + "/");
		SandboxPage page = new SandboxPage(browser.page());
		page.row("Bobby Shaftoe").getByRole(AriaRole.BUTTON).click();
		assertThat(page.worker().locator("h4")).hasText("<b>Bobby</b>");
		assertThat(page.worker().locator("h5")).hasText("<i>About</i>");
		assertThat(page.worker().locator(".about p")).hasText("<img src='x'>");
		assertThat(page.worker().getByText("Order")).isVisible();
		assertThat(page.worker().getByRole(AriaRole.LINK)).hasCount(0);
	}

	@Test
	void unusableResponseIsExplained() {
		browser.page().navigate("http://localhost:" + this.port + "/");
		SandboxPage page = new SandboxPage(browser.page());
		for (Map.Entry<String, String> answer : Map
			.of("[]", "it has no object objects.customer", "<html>Oops</html>", "it is not JSON",
					"{\"objects\":{\"customer\":{\"customer_id\":98}}}", "the customer has no display_name",
					detailsWith("\"channels\": {}"), "channels of the customer is not a list",
					detailsWith("\"channels\": [{\"type\": \"sms\"}]"), "a channel has no value",
					detailsWith("\"links\": [null]"), "a link has no value")
			.entrySet()) {
			details(answer.getKey());
			page.button("My Customers").click();
			page.row("Bobby Shaftoe").getByRole(AriaRole.BUTTON).click();
			assertThat(page.worker().getByRole(AriaRole.ALERT)).containsText(answer.getValue());
			assertThat(page.worker().getByRole(AriaRole.ALERT)).containsText("48003");
		}
		page.button("My Customers").click();
		server.resetMappings();
		page.row("Bobby Shaftoe").getByRole(AriaRole.BUTTON).click();
		assertThat(page.worker().getByRole(AriaRole.ALERT)).containsText("48004");
	}

	private static String detailsWith(String property) {
		return "{\"objects\":{\"customer\":{\"customer_id\":98,\"display_name\":\"Bobby\"," + property + "}}}";
	}

	private static void details(String answer) {
		server.stubFor(WireMock.post(CRM)
			.withFormParam("Location", WireMock.equalTo("GetCustomerDetailsByCustomerId"))
			.andMatching(OtherServerTests::isSigned)
			.willReturn(WireMock.okJson(answer)));
	}

	private static MatchResult isSigned(Request request) {
		Map<String, String> form = request.formParameters()
			.entrySet()
			.stream()
			.collect(Collectors.toMap(Map.Entry::getKey, (it) -> it.getValue().firstValue()));
		return MatchResult.of(SignedRequest.sign(server.baseUrl() + CRM, form, SignedRequest.TOKEN)
			.equals(request.getHeader("X-Twilio-Signature")));
	}

}
