package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that errors are in the worker's words, with the technical line below. */
@RunningSandbox
class PhoneErrorTests {

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
	void deadCrmDidNotAnswer() {
		this.page.openCustomer("Lina Berg");
		this.page.toggle("Dead CRM", true);
		this.page.button("SMS").click();
		assertError("Your CRM did not answer.", "The callback answered with status 503. Twilio error 48004");
		assertThat(error().getByRole(AriaRole.LINK)).hasAttribute("href",
				"https://www.twilio.com/docs/api/errors/48004");
	}

	@Test
	void listOfDeadCrmDidNotAnswer() {
		this.page.toggle("Dead CRM", true);
		this.page.as("Ben Whitfield");
		assertError("Your CRM did not answer.", "The callback answered with status 503. Twilio error 48004");
		this.page.toggle("Dead CRM", false);
		this.page.worker().getByText("Try again").click();
		assertThat(this.page.row("José Nuñez")).isVisible();
	}

	@Test
	void wrongSignatureIsRefusal() {
		this.page.toggle("Wrong signature", true);
		this.page.row("Lina Berg").getByRole(AriaRole.BUTTON).click();
		assertError("Your CRM refused the app.", "The callback answered with status 403. Twilio error 48004");
	}

	@Test
	void hiddenCustomerDoesNotExist() {
		this.page.region("Break it").getByLabel("Another worker's customer").fill("1002");
		this.page.region("Break it").getByText("Open").click();
		assertError("This customer does not exist, or belongs to another worker.",
				"The callback answered with status 404. Twilio error 48004");
	}

	@Test
	void closedConversationHasErrorOfConversations() {
		String sid = Objects.requireNonNull(this.twilio.inbound("+14155550101", "+15005550006", "Hello?"));
		this.page.openChat("Lina Berg");
		browser.page().route("**/message", (route) -> {
			this.twilio.close(sid);
			route.resume();
		});
		this.page.writeAsWorker("Hello");
		assertError("This conversation is closed.", "Conversation is closed. Twilio error 50377");
	}

	@Test
	void missingSandboxIsExplainedWithoutCode() {
		browser.page().route("**/sandbox/api/customer?*", Route::abort);
		this.page.row("Lina Berg").getByRole(AriaRole.BUTTON).click();
		assertThat(error().locator("p")).hasText("The sandbox does not answer. Is it still running?");
	}

	@Test
	void answerThatIsNotJsonIsExplained() {
		browser.page()
			.route("**/sandbox/api/customer?*",
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(502).setBody("<html>Bad gateway")));
		this.page.row("Lina Berg").getByRole(AriaRole.BUTTON).click();
		assertError("The sandbox could not do this.", "The sandbox answered with status 502.");
	}

	private Locator error() {
		return this.page.worker().getByRole(AriaRole.ALERT);
	}

	/** The worker's words come first. */
	private void assertError(String words, String technical) {
		assertThat(error().locator("p")).hasText(new String[] { words, technical });
	}

}
