package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the worker's phone. */
@RunningSandbox
class WorkerPhoneTests {

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
	void workerSeesOwnCustomersOnly() {
		assertThat(this.page.row("Lina Berg")).isVisible();
		assertThat(this.page.row("José Nuñez")).hasCount(0);
		this.page.as("Ben Whitfield");
		assertThat(this.page.row("José Nuñez")).isVisible();
		assertThat(this.page.row("Lina Berg")).hasCount(0);
	}

	@Test
	void listIsSearchedWhileTyping() {
		assertThat(this.page.row("Marcus Lindqvist")).isVisible();
		this.page.worker().getByLabel("Search customers").pressSequentially("li be");
		assertThat(this.page.customers()).hasCount(1);
		assertThat(this.page.row("Lina Berg")).isVisible();
		this.page.openCustomer("Lina Berg");
		this.page.button("Back to My Customers").click();
		assertThat(this.page.worker().getByLabel("Search customers")).hasValue("li be");
		this.page.worker().getByLabel("Search customers").fill("no such name");
		assertThat(this.page.worker()).containsText("No customer has that name.");
		this.page.worker().getByLabel("Search customers").fill("");
		assertThat(this.page.row("Marcus Lindqvist")).isVisible();
	}

	@Test
	void detailsShowChannelsLinksAndText() {
		this.page.openCustomer("Lina Berg");
		Locator channels = this.page.worker()
			.getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Channels"))
			.getByRole(AriaRole.BUTTON);
		assertThat(channels).hasText(new Pattern[] { Pattern.compile("SMS\\s+\\+14155550101"),
				Pattern.compile("WhatsApp\\s+\\+14155550101"), Pattern.compile("Chat\\s+lina-berg") });
		Locator links = this.page.worker().getByRole(AriaRole.LINK);
		assertThat(links.getByText("Open in the CRM")).hasAttribute("href", "https://crm.example.com/customers/1001");
		assertThat(links.nth(1)).hasAttribute("href", "mailto:lina@berg.example");
		org.assertj.core.api.Assertions.assertThat(this.page.worker().locator(".about p").innerText())
			.isEqualTo("Status: Active\n\nPrefers calls after 3 pm.\nLast order: oak shelves, 12 August");
	}

	@Test
	void reasonOfFailureIsShownAfterReturn() {
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		List<Route> sent = new CopyOnWriteArrayList<>();
		browser.page().route("**/message", sent::add);
		browser.page().waitForRequest("**/message", () -> this.page.writeAsWorker("Your shelves are on their way."));
		this.page.as("Ben Whitfield");
		assertThat(this.page.row("José Nuñez")).isVisible();
		sent.get(0).fulfill(new Route.FulfillOptions().setStatus(502).setBody("{\"code\": 50377}"));
		browser.page().goBack();
		assertThat(this.page.worker().getByLabel("Message to the customer")).hasValue("Your shelves are on their way.");
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("This conversation is closed.");
	}

	@Test
	void startedConversationAppearsOnBothPhones() {
		this.page.openCustomer("Lina Berg");
		this.page.worker().getByText("Use the other phone as Lina Berg").click();
		this.page.button("SMS").click();
		this.page.writeAsWorker("Your shelves are on their way.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Your shelves are on their way.");
		assertThat(this.page.worker().getByLabel("Message to the customer")).hasValue("");
		this.page.writeTo("+15005550009");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("Your shelves are on their way.");
		this.page.writeAsCustomer("SMS", "Thank you!");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Thank you!");
		assertThat(this.page.worker().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3)))
			.containsText("Lina Berg");
	}

	@Test
	void pickedTemplateCanBeSent() {
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		this.page.button("Templates").click();
		Locator sheet = this.page.worker().getByRole(AriaRole.DIALOG);
		assertThat(sheet.getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(5)))
			.hasText(new String[] { "Openers", "On the way", "Offers", "Closing" });
		sheet.getByText("Have a nice day!").click();
		assertThat(sheet).hasCount(0);
		assertThat(this.page.worker().getByLabel("Message to the customer")).hasValue("Have a nice day!");
		this.page.button("Send").click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Have a nice day!");
	}

	@Test
	void whatsAppAcceptsOnlyApprovedTemplatesUntilCustomerWrites() {
		this.page.openCustomer("Lina Berg");
		this.page.worker().getByText("Use the other phone as Lina Berg").click();
		this.page.button("WhatsApp").click();
		assertThat(this.page.worker()).containsText("WhatsApp accepts only approved templates");
		this.page.writeAsWorker("Hello?");
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("only approved templates");
		this.page.button("Templates").click();
		Locator sheet = this.page.worker().getByRole(AriaRole.DIALOG);
		assertThat(sheet.locator(".template")).hasCount(2);
		sheet.getByText("We have processed your documents.").click();
		this.page.button("Send").click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("We have processed your documents");
		this.page.writeAsCustomer("WhatsApp", "Great.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Great.");
		this.page.button("Templates").click();
		assertThat(sheet.getByText("Have a nice day!")).isVisible();
		sheet.getByText("Close templates").click();
		this.page.writeAsWorker("See you.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("See you.");
	}

	@Test
	void draftIsKeptPerConversation() {
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		this.page.worker().getByLabel("Message to the customer").fill("Your shelves");
		this.page.button("Templates").click();
		this.page.worker().getByText("Close templates").click();
		this.page.openChat("Lina Berg");
		assertThat(this.page.worker().getByLabel("Message to the customer")).hasValue("Your shelves");
		assertThat(this.page.worker().getByRole(AriaRole.DIALOG)).hasCount(0);
	}

	@Test
	void closedConversationIsMarked() {
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		// A closed conversation cannot be named.
		assertThat(this.page.button("Lina Berg")).isVisible();
		this.page.button("Close").click();
		assertThat(this.page.worker()).containsText("This conversation is closed.");
		this.page.openChats();
		assertThat(this.page.row("Lina Berg")).containsText("Closed");
	}

	@Test
	void secondConversationWithSameNumbersIsRefused() {
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).isVisible();
		this.page.button("My Customers").click();
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("Another worker is already engaged");
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("48031");
	}

}
