package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.WithPretendTwilio.Settled;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests messages that do not arrive, and what the service does about them. */
@RunningSandbox
class MessageFailureTests {

	private static final String OPENER = "We have processed your documents.";

	private static final String LINA = "+14155550101";

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private Settled settled;

	@LocalServerPort
	private int port;

	private SandboxPage page;

	@BeforeEach
	void open() {
		this.page = SandboxPage.open(browser.page(), this.port);
	}

	@Test
	void openerThatFailsIsSentAgainAsContent() {
		this.page.openCustomer("Lina Berg");
		this.page.button("WhatsApp").click();
		this.page.button("Templates").click();
		this.page.worker().getByRole(AriaRole.DIALOG).getByText(OPENER).click();
		this.page.button("Send").click();
		Locator messages = this.page.worker().getByRole(AriaRole.LOG).getByRole(AriaRole.LISTITEM);
		assertThat(messages.first()).containsText("Not delivered. WhatsApp’s 24-hour window was closed");
		// The page can show the failure before the service has requested the content.
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.settled.hasten();
			return messages.count() == 2;
		});
		assertThat(messages.nth(1)).containsText(OPENER);
		assertThat(messages.nth(1)).containsText("Sent as a content that WhatsApp has approved");
		assertThat(this.page.customer().getByRole(AriaRole.LOG).getByText(OPENER)).hasCount(1);
		assertThat(this.page.exchanges("onDeliveryUpdated").getByText("failed 63016")).hasCount(1);
		assertThat(this.page.exchanges("onDeliveryUpdated").getByText("delivered")).hasCount(1);
		assertThat(this.page.exchanges("CREATE_MESSAGE").getByText("HX2ac45d86f0bf8ed6c7516a9d7cf44258")).hasCount(1);
	}

	@Test
	void customerWhoWroteStopIsOfferedNoTemplate() {
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		this.page.openChat("Lina Berg");
		this.page.writeAsWorker("At your service.");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("At your service.");
		this.page.customer().getByText("STOP", new Locator.GetByTextOptions().setExact(true)).click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("STOP");
		settle();
		this.page.button("Templates").click();
		assertThat(this.page.worker().getByRole(AriaRole.DIALOG)).containsText("There are no templates.");
		this.page.button("Close templates").click();
		this.page.writeAsWorker("Are you sure?");
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("Your message could not be sent.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG).getByText("Are you sure?")).hasCount(0);
	}

	@Test
	void personWithoutNumberIsAnswered() {
		this.page.withNumber("+12025550143").customer().getByLabel("WhatsApp").check();
		this.page.customer().getByLabel("No visible number").check();
		this.page.writeAsCustomer("WhatsApp", "Do you sell tables?");
		settle();
		this.page.as("Dmitri").openChat("WhatsApp user (US)");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Do you sell tables?");
		this.page.writeAsWorker("We do.");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("We do.");
		this.page = SandboxPage.reopen(browser.page());
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("We do.");
		this.page.customer().getByLabel("No visible number").uncheck();
		assertThat(this.page.from()).hasValue("+12025550143");
		assertThat(this.page.customer().getByRole(AriaRole.LOG).getByRole(AriaRole.LISTITEM)).hasCount(0);
	}

	@Test
	void switchesEndWindowAndWhatsApp() {
		this.page.withNumber(LINA).writeAsCustomer("WhatsApp", "Hello?");
		this.page.openChat("Lina Berg");
		this.page.toggle("Numbers without WhatsApp", true);
		this.page.writeAsWorker("At your service.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("This number is not on WhatsApp.");
		this.page.toggle("24 hours later on WhatsApp", true);
		assertThat(this.page.worker()).containsText("WhatsApp accepts only approved templates");
		this.page.toggle("24 hours later on WhatsApp", false);
		assertThat(this.page.worker()).not().containsText("WhatsApp accepts only approved templates");
	}

	private void settle() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.settled.hasten();
			return this.settled.waiting() == 0;
		});
	}

}
