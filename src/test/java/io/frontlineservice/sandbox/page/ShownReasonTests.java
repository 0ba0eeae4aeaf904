package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.time.Duration;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the page says who gets a customer's message, and why. */
@RunningSandbox
class ShownReasonTests {

	private static final String LINA = "+14155550101";

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

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
	void workerAndRuleStandUnderMessage() {
		this.page.handTo("Unknown customer").writeAsCustomer("SMS", "Do you sell tables?");
		Locator log = this.page.customer().getByRole(AriaRole.LOG);
		assertThat(log).containsText(
				"→ Dmitri, because of the rule default-worker: takes conversations that no other " + "rule assigns.");
		log.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Open the phone of Dmitri")).click();
		assertThat(this.page.worker().getByLabel("Worker", new Locator.GetByLabelOptions().setExact(true)))
			.hasValue("dmitri@example.com");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Do you sell tables?");
	}

	@Test
	void workerStandsUnderLatestMessage() {
		this.page.withNumber(LINA).writeAsCustomer("SMS", "When will my shelves come?");
		this.page.writeAsCustomer("SMS", "And my table?");
		Locator latest = this.page.customer().getByRole(AriaRole.LOG).locator("li").last();
		assertThat(latest).containsText("And my table?");
		assertThat(latest).containsText("→ Ada Okafor");
	}

	@Test
	void workerWhoStartedConversationIsNamed() {
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		this.page.writeAsWorker("Your shelves are on their way.");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("Your shelves are on their way.");
		this.page.writeAsCustomer("SMS", "Thank you!");
		assertThat(this.page.customer().getByRole(AriaRole.LOG))
			.containsText("→ Ada Okafor, who started the conversation.");
	}

	@Test
	void resultOfEachRuleIsListedIfNobodyIsFound() {
		this.twilio.deactivate("dmitri@example.com");
		this.page.handTo("Unknown customer").writeAsCustomer("SMS", "Do you sell tables?");
		Locator rules = this.page.customer().getByRole(AriaRole.LOG).locator(".reached li");
		assertThat(rules.last()).containsText("default-worker: ");
		assertThat(rules).hasCount(6);
		this.twilio.close(this.twilio.conversations().get(0).sid());
		awaitSettled();
	}

	@Test
	void ruleIsNamedAlsoIfEventIsRepeated() {
		this.page.toggle("Events delivered twice", true);
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		Locator log = this.page.customer().getByRole(AriaRole.LOG);
		assertThat(log).containsText("because of the rule crm-owner");
		this.page.openChat("Lina Berg");
		assertThat(this.page.worker()).containsText("Assigned by the rule crm-owner");
	}

	@Test
	void timeOfLastConversationIsReadableOnBothPhones() {
		this.page.handTo("Unknown customer").writeTo("+15005550009");
		this.page.writeAsCustomer("SMS", "Do you sell tables?");
		Locator log = this.page.customer().getByRole(AriaRole.LOG);
		log.getByText("Open the phone").click();
		this.page.button("Close").click();
		assertThat(this.page.worker()).containsText("This conversation is closed.");
		this.page.writeTo("+15005550006");
		this.page.writeAsCustomer("SMS", "Or chairs?");
		assertThat(log).containsText("because of the rule last-talked: the worker of the last conversation, ");
		log.getByText("Open the phone").click();
		assertThat(this.page.worker()).containsText("Assigned by the rule last-talked: the worker of");
		assertThat(this.page.worker()).not().containsText(Pattern.compile("\\dT\\d"));
	}

	@ParameterizedTest
	@CsvSource({ "Dead CRM, your CRM", "Rate-limited CRM, your CRM", "Twilio answers 500, Twilio",
			"Twilio answers 429, Twilio" })
	void outageIsNamedUntilWorkerTakesConversation(String fault, String system) {
		this.page.toggle(fault, true);
		this.page.withNumber(LINA).writeAsCustomer("SMS", "Hello?");
		Locator log = this.page.customer().getByRole(AriaRole.LOG);
		assertThat(log).containsText("No worker could take this conversation yet: it waits for " + system);
		this.page.toggle(fault, false);
		awaitSettled();
		assertThat(log).containsText("→ Ada Okafor, because of the rule crm-owner: the customer's owner.");
	}

	private void awaitSettled() {
		Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
			this.settled.hasten();
			return this.settled.waiting() == 0;
		});
	}

}
