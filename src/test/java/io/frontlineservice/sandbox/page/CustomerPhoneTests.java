package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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
		this.page.handTo("Unknown customer").writeAsCustomer("SMS", "Do you sell tables?");
		this.page.as("Dmitri").openChat("+12025550143");
		assertThat(this.page.worker()).containsText("Do you sell tables?");
		assertThat(this.page.worker()).containsText("Assigned by the rule default-worker");
	}

	@Test
	void customerIsShownForNumber() {
		for (int i = 0; i < 2; i++) {
			this.page.handTo("Unknown customer").withNumber(LINA);
			assertThat(this.page.holder()).hasValue("Lina Berg");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "+1 (415) 555-0101", "001 415-555-0101", "415 555 0101" })
	void numberIsReadAsPeopleWriteIt(String number) {
		this.page.withNumber(number);
		assertThat(this.page.holder()).hasValue("Lina Berg");
		assertThat(this.page.from()).hasValue(LINA);
	}

	@Test
	void draftSurvivesReload() {
		this.page.withNumber(LINA).customer().getByLabel("WhatsApp").check();
		this.page.customer().getByLabel("Message from the customer").fill("I was about to");
		this.page = SandboxPage.reopen(browser.page());
		assertThat(this.page.customer().getByLabel("Message from the customer")).hasValue("I was about to");
		assertThat(this.page.customer().getByLabel("WhatsApp")).isChecked();
		assertThat(this.page.holder()).hasValue("Lina Berg");
	}

	@Test
	void invalidNumberIsRefusedWithMessage() {
		this.page.withNumber("five");
		assertThat(this.page.customer().getByRole(AriaRole.ALERT)).containsText("this is not a phone number");
		this.page.customer().getByLabel("Message from the customer").fill("Hello?");
		this.page.customer().getByLabel("Message from the customer").press("Enter");
		assertThat(this.page.customer().getByRole(AriaRole.ALERT))
			.containsText("must be a number with its country code");
	}

}
