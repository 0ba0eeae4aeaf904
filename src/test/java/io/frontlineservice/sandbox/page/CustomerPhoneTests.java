package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests conversations that a customer starts. */
@RunningSandbox
class CustomerPhoneTests {

	private static final String LINA = "+14155550101";

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
	void smsAppearsAtOwnerWithNameAndReason() {
		this.page.withNumber(LINA).writeAsCustomer("SMS", "When will my shelves come?");
		this.page.openChat("Lina Berg");
		assertThat(this.page.worker()).containsText("When will my shelves come?");
		assertThat(this.page.worker()).containsText("Assigned by the rule crm-owner");
		this.page.writeAsWorker("On Friday.");
		assertThat(this.page.customer()).containsText("On Friday.");
	}

	@Test
	void whatsAppMessageAppearsAtOwner() {
		this.page.withNumber(LINA).writeAsCustomer("WhatsApp", "Are you there?");
		this.page.openChat("Lina Berg");
		assertThat(this.page.worker()).containsText("Are you there?");
		assertThat(this.page.worker()).containsText("WhatsApp");
	}

	@Test
	void messageOfUnknownNumberAppearsAtDefaultWorker() {
		this.page.customer()
			.getByLabel("Customer", new Locator.GetByLabelOptions().setExact(true))
			.selectOption("Unknown customer");
		this.page.writeAsCustomer("SMS", "Do you sell tables?");
		this.page.as("Dmitri").openChat("+12025550143");
		assertThat(this.page.worker()).containsText("Do you sell tables?");
		assertThat(this.page.worker()).containsText("Assigned by the rule default-worker");
	}

	@Test
	void customerIsShownForNumber() {
		Locator holder = this.page.customer().getByLabel("Customer", new Locator.GetByLabelOptions().setExact(true));
		String name = holder.locator("option").first().innerText();
		holder.selectOption(name);
		String number = this.page.customer().getByLabel("Number").inputValue();
		for (int i = 0; i < 2; i++) {
			holder.selectOption("Unknown customer");
			this.page.withNumber(number);
			assertThat(holder.locator("option:checked")).hasText(name);
		}
	}

	@Test
	void invalidNumberIsRefusedWithMessage() {
		this.page.withNumber("five");
		this.page.customer().getByLabel("Message from the customer").fill("Hello?");
		this.page.customer().getByLabel("Message from the customer").press("Enter");
		assertThat(this.page.customer().getByRole(com.microsoft.playwright.options.AriaRole.ALERT))
			.containsText("must be a number with its country code");
	}

}
