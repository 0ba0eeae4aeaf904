package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the customer's phone follows what reaches a customer. */
@RunningSandbox
class ArrivingMessageTests {

	private static final String LINA = "+14155550101";

	private static final String JOSE = "+13055550133";

	private static final String NUMBER_OF_ADA = "+15005550009";

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
	void firstMessageOfWorkerAppearsWithoutManualChoice() {
		this.page.handTo("José Nuñez").openCustomer("Lina Berg");
		this.page.button("SMS").click();
		assertThat(this.page.holder()).hasValue("Lina Berg");
		assertThat(this.page.to()).hasValue(NUMBER_OF_ADA);
		this.page.writeAsWorker("Your shelves are on their way.");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("Your shelves are on their way.");
	}

	@Test
	void newestMessageIsShownAndOtherConversationsStaySelectable() {
		this.page.withNumber(LINA).writeAsCustomer("WhatsApp", "Are you there?");
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		this.page.writeAsWorker("Yes, by SMS.");
		Locator log = this.page.customer().getByRole(AriaRole.LOG);
		assertThat(log).containsText("Yes, by SMS.");
		assertThat(log).not().containsText("Are you there?");
		Locator conversations = this.page.customer()
			.getByRole(AriaRole.NAVIGATION, new Locator.GetByRoleOptions().setName("Conversations of this customer"))
			.getByRole(AriaRole.BUTTON);
		assertThat(conversations).hasCount(2);
		conversations.getByText("WhatsApp").click();
		assertThat(log).containsText("Are you there?");
	}

	@Test
	void authorsOfGroupAreNamed() {
		this.twilio.groupInbound(LINA, List.of(JOSE), "+15005550006", "Shall we meet?");
		this.page.openChat("Lina Berg, José Nuñez");
		assertThat(this.page.worker().getByRole(AriaRole.LOG).locator(".author")).hasText("Lina Berg");
		this.page.handTo("José Nuñez");
		assertThat(this.page.customer().getByRole(AriaRole.LOG).locator(".author")).hasText(LINA);
	}

	@Test
	void draftIsNotTakenAway() {
		this.page.withNumber(JOSE).customer().getByLabel("Message from the customer").fill("I was about to");
		this.page.openCustomer("Lina Berg");
		this.page.button("SMS").click();
		this.page.writeAsWorker("Your shelves are on their way.");
		assertThat(this.page.customer().getByRole(AriaRole.STATUS))
			.containsText("Ada Okafor wrote to Lina Berg by SMS.");
		assertThat(this.page.holder()).hasValue("José Nuñez");
		this.page.customer().getByText("Show the message").click();
		assertThat(this.page.holder()).hasValue("Lina Berg");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("Your shelves are on their way.");
		assertThat(this.page.customer().getByLabel("Message from the customer")).hasValue("I was about to");
	}

	@Test
	void unfinishedNumberIsNotTakenAway() {
		this.page.openCustomer("Lina Berg");
		this.page.from().fill("");
		this.page.from().pressSequentially("+1305");
		this.twilio.startOutbound("ada@example.com", "1001", "sms", LINA);
		assertThat(this.page.customer().getByText("Show the message")).isVisible();
		assertThat(this.page.from()).hasValue("+1305");
		this.page.from().pressSequentially("5550133");
		this.page.from().press("Enter");
		assertThat(this.page.holder()).hasValue("José Nuñez");
	}

	@Test
	void messageOfInvisibleWorkerAppearsOnlyAtItsCustomer() {
		this.page.handTo("Lina Berg");
		String sid = String.valueOf(this.twilio.startOutbound("ben@example.com", "1002", "sms", JOSE));
		this.twilio.app().write("ben@example.com", sid, "The vans are due.");
		assertThat(this.page.exchanges("onMessageAdded").or(this.page.exchanges("onParticipantAdded")).first())
			.isVisible();
		assertThat(this.page.holder()).hasValue("Lina Berg");
		this.page.handTo("José Nuñez");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("The vans are due.");
		this.twilio.app().write("ben@example.com", sid, "Shall we meet?");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("Shall we meet?");
	}

}
