package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationListener;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Tests the page with own customers, whose owners are not in the worker directory. */
@RunningSandbox
class OwnCustomersTests {

	private static final String ZOE = "+12025550101";

	@RegisterExtension
	static final Browser browser = new Browser();

	@TempDir
	static Path folder;

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	@Qualifier("pretendTwilioOwners")
	private ApplicationListener<ApplicationReadyEvent> start;

	@LocalServerPort
	private int port;

	private SandboxPage page;

	@DynamicPropertySource
	static void ownCustomers(DynamicPropertyRegistry properties) throws IOException {
		Path file = Files.writeString(folder.resolve("customers.csv"), """
				customer_id,display_name,worker,phone
				1,Zoe Adams,john@example.com,%s
				2,Yan Li,john@example.com,+12025550102
				3,Xena Moe,Mary.Major@example.com,+12025550103
				""".formatted(ZOE));
		properties.add("frontline.crm.file.location", file::toString);
		properties.add("frontline.routing.default-worker", () -> "");
	}

	@BeforeEach
	void open() {
		browser.page().navigate("http://localhost:" + this.port + "/");
		this.page = new SandboxPage(browser.page());
		assertThat(this.page.row("Zoe Adams")).isVisible();
	}

	@Test
	void pageSaysWhoseCustomersTheyAre() {
		assertThat(browser.page().locator(".owners"))
			.containsText("These customers belong to john@example.com (2) and 1 other owner, who are not in the worker "
					+ "directory. You can choose these owners as workers.");
		this.page.as("Mary Major");
		assertThat(this.page.row("Xena Moe")).isVisible();
	}

	@Test
	void ownerWritesAndGetsConversations() {
		this.page.openCustomer("Yan Li");
		this.page.button("SMS").click();
		this.page.writeAsWorker("Hello Yan");
		assertThat(this.page.customer().getByRole(AriaRole.LOG)).containsText("Hello Yan");
		this.page.withNumber(ZOE).writeAsCustomer("SMS", "Hello?");
		assertThat(this.page.customer().getByRole(AriaRole.LOG))
			.containsText("→ John, because of the rule crm-owner: the customer's owner.");
		this.page.openChat("Zoe Adams");
		assertThat(this.page.worker()).containsText("Hello?");
	}

	@Test
	void ownerGetsConversationsFromTheStart() {
		this.twilio.reset();
		this.start.onApplicationEvent(null);
		String sid = String.valueOf(this.twilio.inbound(ZOE, "+15005550006", "Hello?"));
		Awaitility.await()
			.atMost(Duration.ofSeconds(20))
			.untilAsserted(() -> Assertions.assertThat(this.twilio.workersOf(sid)).containsExactly("john@example.com"));
	}

	@Test
	void ownersCanBeChosenWhileCrmFails() {
		this.page.toggle("Dead CRM", true);
		this.page = SandboxPage.reopen(browser.page());
		this.page.as("Mary Major");
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).isVisible();
	}

	@Test
	void customerOfAnotherOwnerIsNotFound() {
		Locator id = this.page.region("Break it").getByLabel("Another worker's customer");
		assertThat(id).hasValue("3");
		this.page.region("Break it").getByText("Open").click();
		assertThat(this.page.worker().getByRole(AriaRole.ALERT)).containsText("The callback answered with status 404.");
	}

	@Test
	void conversationThatNoWorkerCanTakeIsExplained() {
		this.page.handTo("Unknown customer").writeAsCustomer("SMS", "Anyone?");
		Locator log = this.page.customer().getByRole(AriaRole.LOG);
		assertThat(log).containsText("No worker could take this conversation. The service tries again by itself.");
		assertThat(log).containsText("customers: not found in the CRM");
		assertThat(log).containsText("default-worker is not set");
		// Otherwise its work would wait forever.
		this.twilio.conversations().forEach((it) -> this.twilio.close(it.sid()));
	}

}
