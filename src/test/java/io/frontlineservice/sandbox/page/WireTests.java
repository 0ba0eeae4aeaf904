package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the list of exchanges. */
@RunningSandbox
class WireTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

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
	void callsAreGroupedByCauseInWords() {
		this.page.worker().getByLabel("Search customers").fill("li");
		assertThat(group("Ada Okafor searches “li”")).containsText("1 call, all went well");
		this.page.openCustomer("Lina Berg");
		assertThat(group("Ada Okafor opens the details of Lina Berg")).containsText("GetCustomerDetailsByCustomerId");
		this.page.withNumber("+14155550101").writeAsCustomer("SMS", "Hello?");
		Locator written = group("Lina Berg writes by SMS");
		assertThat(written.locator("summary").first()).containsText("onConversationAdd");
		assertThat(written).containsText("onParticipantAdded");
		assertThat(written).containsText("routing");
		assertThat(written).containsText("ADD_PARTICIPANT");
		assertThat(written).containsText(Pattern.compile("\\d+ calls, all went well"));
	}

	@Test
	void groupTellsFailureAndLostMessage() {
		this.page.toggle("Wrong signature", true);
		this.page.withNumber("+14155550101").customer().getByLabel("Message from the customer").fill("Hello?");
		this.page.customer().getByLabel("Message from the customer").press("Enter");
		Locator written = group("writes by SMS");
		assertThat(written).containsText("1 call, 1 failed, worst 403, 1 note");
		assertThat(written).containsText("A message is lost");
	}

	@Test
	void groupCanBeFoldedAndUnfolded() {
		this.page.openCustomer("Lina Berg");
		Locator opened = group("Ada Okafor opens the details of Lina Berg");
		Locator heading = opened.getByRole(AriaRole.HEADING).getByRole(AriaRole.BUTTON);
		heading.click();
		assertThat(heading).hasAttribute("aria-expanded", "false");
		assertThat(opened.locator("summary")).hasCount(0);
		heading.press("Enter");
		assertThat(opened.locator("summary")).hasCount(1);
	}

	@Test
	void startUpAndBackgroundWorkAreFolded() {
		this.twilio.journal().note("Nothing happened");
		Locator background = group("Background work");
		assertThat(background).containsText("1 note");
		assertThat(background).not().containsText("Nothing happened");
		background.getByRole(AriaRole.BUTTON).click();
		assertThat(background).containsText("Nothing happened");
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

	private Locator group(String words) {
		return this.page.wire().locator(".group").filter(new Locator.FilterOptions().setHasText(words)).first();
	}

}
