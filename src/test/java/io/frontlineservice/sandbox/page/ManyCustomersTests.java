package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Tests that the page stays small and renders seldom while many customers write.
 * {@code src/load/page.sh} measures the time.
 */
@RunningSandbox
class ManyCustomersTests {

	private static final String OURS = "+15005550006";

	private static final int CUSTOMERS = 120;

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	/** Each customer has a note on the wire, and Dmitri's phone has the conversation. */
	@BeforeEach
	void deliverNothing() {
		this.twilio.conditions().ticked();
		this.twilio.deliveries().dropping((event) -> true);
	}

	@Test
	void listsAreLimited() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port).as("Dmitri");
		page.openChats();
		for (int i = 0; i < CUSTOMERS; i++) {
			write(i);
		}
		Locator chats = page.worker().getByRole(AriaRole.LIST, new Locator.GetByRoleOptions().setName("Chats"));
		assertThat(page.button("Chats")).containsText(String.valueOf(CUSTOMERS));
		assertThat(chats.locator("li")).hasCount(50);
		assertThat(chats.locator("li").first()).containsText(number(CUSTOMERS - 1));
		page.worker().getByText("Show more").click();
		assertThat(chats.locator("li")).hasCount(100);
		assertThat(page.wire().locator(".group")).hasCount(60);
		assertThat(page.wire().locator(".group").first())
			.containsText("Dmitri joins the conversation with " + number(CUSTOMERS - 1));
		assertThat(page.wire().locator("[aria-expanded=true]")).hasCount(3);
	}

	@Test
	void earlierMessagesAppearAboveThoseThatAreRead() {
		for (int i = 0; i <= CUSTOMERS; i++) {
			this.twilio.inbound(number(0), OURS, "Message " + i);
		}
		this.twilio.join(this.twilio.conversations().get(0).sid(), "dmitri@example.com");
		SandboxPage page = SandboxPage.open(browser.page(), this.port).as("Dmitri");
		page.openChat(number(0));
		Locator log = page.worker().getByRole(AriaRole.LOG);
		assertThat(log.locator("li").last()).containsText("Message " + CUSTOMERS);
		assertThat(log.locator("li").last()).isInViewport();
		assertThat(log.locator("li")).hasCount(71);
		Locator first = log.getByText("Message 50", new Locator.GetByTextOptions().setExact(true));
		log.getByText("Show earlier").click();
		assertThat(log.locator("li")).hasCount(CUSTOMERS + 1);
		assertThat(first).isInViewport();
		assertThat(log.getByText("Show earlier")).hasCount(0);
	}

	/** The module is loaded once more, without the stream of the page. */
	@Test
	void changesOfFrameAreRenderedOnce() {
		SandboxPage.open(browser.page(), this.port);
		Object renders = browser.page().evaluate("""
				async () => {
				  const { received, renderWith } = await import('/sandbox/page/state.js?alone');
				  let renders = 0;
				  renderWith(() => renders++);
				  await new Promise((resolve) => requestAnimationFrame(() => {
				    for (let i = 0; i < 100; i++) {
				      queueMicrotask(received);
				    }
				    requestAnimationFrame(() => requestAnimationFrame(resolve));
				  }));
				  return renders;
				}""");
		assertThat(renders).isEqualTo(1);
	}

	@Test
	void changeReplacesOnlyItsConversation() {
		for (int i = 0; i < 3; i++) {
			write(i);
		}
		SandboxPage page = SandboxPage.open(browser.page(), this.port).as("Dmitri");
		assertThat(page.button("Chats")).containsText("3");
		browser.page().evaluate("""
				async () => {
				  const { conversationsOf } = await import('/sandbox/page/state.js');
				  globalThis.before = conversationsOf('dmitri@example.com').map((it) => it.conversation);
				}""");
		this.twilio.inbound(number(0), OURS, "Again");
		page.openChats();
		assertThat(page.worker().locator(".rows li").first()).containsText("Again");
		Object kept = browser.page().evaluate("""
				async () => {
				  const { conversationsOf } = await import('/sandbox/page/state.js');
				  const after = conversationsOf('dmitri@example.com').map((it) => it.conversation);
				  return [after[0].messages.length, ...after.map((it) => before.indexOf(it))].join();
				}""");
		// The third and the second stay the same; the first has its second message and
		// comes first.
		assertThat(kept).isEqualTo("2,-1,0,1");
	}

	private void write(int customer) {
		Conversation written = this.twilio
			.conversation(String.valueOf(this.twilio.inbound(number(customer), OURS, "Hello")));
		this.twilio.join(written.sid(), "dmitri@example.com");
	}

	private static String number(int index) {
		return "+1202555%04d".formatted(1000 + index);
	}

}
