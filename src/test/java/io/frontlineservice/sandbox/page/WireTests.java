package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the list of exchanges. */
@RunningSandbox
class WireTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	private SandboxPage page;

	@BeforeEach
	void open() {
		this.page = SandboxPage.open(browser.page(), this.port);
	}

	@Test
	void callbackShowsRequestAndResponse() {
		this.page.openCustomer("Lina Berg");
		Locator exchange = this.page.exchanges("GetCustomerDetailsByCustomerId").first();
		assertThat(exchange.locator("summary"))
			.containsText(Pattern.compile("to the service.*200.*\\d+ ms", Pattern.DOTALL));
		assertThat(exchange.locator("meter")).hasAttribute("title", Pattern.compile("\\d+ % of 6 s"));
		exchange.locator("summary").click();
		assertThat(exchange).containsText("POST http://localhost:" + this.port + "/callbacks/crm");
		assertThat(exchange).containsText("CustomerId");
		assertThat(exchange).containsText(Pattern.compile("X-Twilio-Signature: [A-Za-z0-9+/]{27}="));
		assertThat(exchange)
			.containsText(Pattern.compile("Response after \\d+ ms, \\d+ % of the limit of 6 s:\\s+200"));
		assertThat(exchange.getByLabel("Answer")).containsText("\"display_name\": \"Lina Berg\"");
	}

	@Test
	void restCallIsShown() {
		this.page.withNumber("+14155550101").writeAsCustomer("SMS", "Hello?");
		assertThat(this.page.exchanges("onConversationAdd")).hasCount(1);
		assertThat(this.page.exchanges("onParticipantAdded")).hasCount(1);
		assertThat(this.page.exchanges("routing")).hasCount(1);
		Locator addition = this.page.exchanges("ADD_PARTICIPANT").first();
		addition.locator("summary").click();
		assertThat(addition)
			.containsText(Pattern.compile("POST https://conversations.twilio.com/v1/Conversations/CH.*/Participants"));
		assertThat(addition).containsText("ada@example.com");
	}

	@Test
	void commandIsShownWithoutClipboard() {
		this.page.page().evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
		this.page.openCustomer("Lina Berg");
		Locator exchange = this.page.exchanges("GetCustomerDetailsByCustomerId").first();
		exchange.locator("summary").click();
		exchange.getByText("Copy as curl").click();
		assertThat(exchange.getByLabel("Command")).containsText("curl -X POST 'http://localhost:" + this.port);
	}

	@Test
	void callbackCopiedAsCurlGivesSameResponse() throws Exception {
		this.page.openCustomer("Lina Berg");
		Locator exchange = this.page.exchanges("GetCustomerDetailsByCustomerId").first();
		exchange.locator("summary").click();
		exchange.getByText("Copy as curl").click();
		assertThat(exchange.getByRole(AriaRole.BUTTON)).hasText("Copied");
		String command = (String) this.page.page().evaluate("navigator.clipboard.readText()");
		Process curl = new ProcessBuilder("sh", "-c", command + " --silent").start();
		String answer = new String(curl.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(curl.waitFor()).isZero();
		assertThat(answer)
			.startsWith("{\"objects\":{\"customer\":{\"customer_id\":\"1001\",\"display_name\":\"Lina Berg\"");
	}

}
