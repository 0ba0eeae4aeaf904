package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the worker's phone shows messages that the worker has not seen. */
@RunningSandbox
class UnreadMessagesTests {

	private static final String LINA = "+14155550101";

	private static final String STRANGER = "+12025550143";

	private static final String OUR_NUMBER = "+15005550006";

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
	void messagesAreCountedUntilConversationIsOpened() {
		this.twilio.inbound(LINA, OUR_NUMBER, "When will my shelves come?");
		this.twilio.inbound(LINA, OUR_NUMBER, "Today?");
		assertThat(this.page.button("Chats")).hasText("Chats 2 new");
		assertThat(browser.page()).hasTitle("(2) My Customers · Ada Okafor · Frontline sandbox");
		this.page.openChats();
		assertThat(this.page.row("Lina Berg")).containsText("2 new");
		this.page.openChat("Lina Berg");
		assertThat(this.page.button("Chats")).hasText("Chats");
		this.page.writeAsWorker("On Friday.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("On Friday.");
		this.twilio.inbound(LINA, OUR_NUMBER, "Good.");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Good.");
		this.page.openChats();
		assertThat(this.page.row("Lina Berg")).containsText("Good.");
		assertThat(this.page.row("Lina Berg")).not().containsText("new");
		assertThat(this.page.button("Chats")).hasText("Chats");
	}

	@Test
	void conversationAppearsInOpenListOfChats() {
		this.page.openChats();
		assertThat(this.page.worker()).containsText("No conversations.");
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello?");
		assertThat(this.page.row("Lina Berg")).containsText("Hello?");
		assertThat(this.page.row("Lina Berg")).containsText("1 new");
	}

	@Test
	void messageForAnotherWorkerIsShownAndOpened() {
		this.twilio.inbound(STRANGER, OUR_NUMBER, "Do you sell tables?");
		assertThat(this.page.choice("Dmitri")).hasText("Dmitri (1 new)");
		assertThat(this.page.button("Chats")).hasText("Chats");
		Locator link = this.page.button("Open the phone of Dmitri");
		assertThat(link).containsText("1 new");
		link.click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Do you sell tables?");
		assertThat(this.page.workers()).hasValue("dmitri@example.com");
		assertThat(this.page.choice("Dmitri")).hasText("Dmitri");
		assertThat(link).hasCount(0);
	}

	@Test
	void reloadKeepsWhatIsRead() {
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello?");
		this.page.openChat("Lina Berg");
		this.page.openChats();
		this.twilio.inbound(LINA, OUR_NUMBER, "Are you there?");
		assertThat(this.page.row("Lina Berg")).containsText("1 new");
		this.page = SandboxPage.reopen(browser.page());
		assertThat(this.page.row("Lina Berg")).containsText("1 new");
		assertThat(this.page.button("Chats")).hasText("Chats 1 new");
	}

	@Test
	void messageSeenInOneTabIsSeenInAll() {
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello?");
		assertThat(this.page.button("Chats")).hasText("Chats 1 new");
		SandboxPage other = SandboxPage.open(browser.page().context().newPage(), this.port);
		assertThat(other.button("Chats")).hasText("Chats 1 new");
		other.openChat("Lina Berg");
		assertThat(this.page.button("Chats")).hasText("Chats");
		assertThat(SandboxPage.open(browser.page().context().newPage(), this.port).button("Chats")).hasText("Chats");
	}

	/** A hidden tab has no animation frames, and only its title can be seen. */
	@Test
	void titleOfHiddenTabCountsMessages() {
		browser.page().addInitScript("""
				Object.defineProperty(document, 'hidden', { value: true });
				globalThis.requestAnimationFrame = () => 1;
				""");
		this.page = SandboxPage.open(browser.page(), this.port);
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello?");
		assertThat(browser.page()).hasTitle("(1) My Customers · Ada Okafor · Frontline sandbox");
	}

	@Test
	void restartedSandboxHasNoUnreadMessages() {
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello?");
		assertThat(this.page.button("Chats")).hasText("Chats 1 new");
		this.twilio.reset();
		this.page = SandboxPage.reopen(browser.page());
		assertThat(this.page.row("Lina Berg")).isVisible();
		assertThat(this.page.button("Chats")).hasText("Chats");
		this.twilio.signIn("ada@example.com", true);
		this.twilio.inbound(LINA, OUR_NUMBER, "Hello again?");
		assertThat(this.page.button("Chats")).hasText("Chats 1 new");
	}

}
