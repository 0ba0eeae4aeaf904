package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests more tabs than a browser has connections to a host. */
@RunningSandbox
class ManyTabsTests {

	private static final int CONNECTIONS = 6;

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	@Test
	void hiddenTabsLeaveConnectionsToTabsThatAreSeen() {
		SandboxPage first = SandboxPage.open(browser.page(), this.port);
		hide(first.page(), true);
		for (int i = 1; i < CONNECTIONS; i++) {
			hide(SandboxPage.open(browser.page().context().newPage(), this.port).page(), true);
		}
		SandboxPage last = SandboxPage.open(browser.page().context().newPage(), this.port);
		last.openCustomer("Lina Berg");
		this.twilio.inbound("+14155550101", "+15005550006", "Hello?");
		assertThat(last.button("Chats")).hasText("Chats 1 new");
		hide(first.page(), false);
		assertThat(first.button("Chats")).hasText("Chats 1 new");
		first.openCustomer("Lina Berg");
	}

	private static void hide(Page page, boolean hidden) {
		page.evaluate("""
				(hidden) => {
				  Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
				  document.dispatchEvent(new Event('visibilitychange'));
				}""", hidden);
	}

}
