package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests reload, Back, Forward, links to a screen, and the focus after a navigation. */
@RunningSandbox
class PageHistoryTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	@Test
	void reloadKeepsWorkerScreenAndDraft() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port).as("Ben Whitfield");
		page.openCustomer("José Nuñez");
		page = SandboxPage.reopen(browser.page());
		assertThat(page.workers()).hasValue("ben@example.com");
		assertThat(heading(page, "José Nuñez")).isVisible();
		page.button("SMS").click();
		draft(page).fill("Your vans are");
		page = SandboxPage.reopen(browser.page());
		assertThat(page.workers()).hasValue("ben@example.com");
		assertThat(draft(page)).hasValue("Your vans are");
	}

	@Test
	void backAndForwardKeepWorkerScreenAndDraft() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		page.button("SMS").click();
		draft(page).fill("Your shelves");
		page.as("Ben Whitfield");
		assertThat(page.row("José Nuñez")).isVisible();
		browser.page().goBack();
		assertThat(page.workers()).hasValue("ada@example.com");
		assertThat(draft(page)).hasValue("Your shelves");
		browser.page().goBack();
		assertThat(heading(page, "Lina Berg")).isVisible();
		browser.page().goBack();
		assertThat(page.row("Marcus Lindqvist")).isVisible();
		browser.page().goForward();
		assertThat(heading(page, "Lina Berg")).isVisible();
	}

	@Test
	void sentDraftIsForgotten() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		page.button("SMS").click();
		page.writeAsWorker("On Friday.");
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("On Friday.");
		assertThat(draft(page)).hasValue("");
		page = SandboxPage.reopen(browser.page());
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("On Friday.");
		assertThat(draft(page)).hasValue("");
	}

	@Test
	void linkOpensScreenOfWorker() {
		String sid = Objects
			.requireNonNull(this.twilio.startOutbound("ben@example.com", "1002", "sms", "+13055550133"));
		SandboxPage page = follow("worker=ben@example.com&screen=details&customer=1002");
		assertThat(heading(page, "José Nuñez")).isVisible();
		page = follow("worker=ben@example.com&screen=conversation&conversation=" + sid);
		assertThat(page.worker().getByRole(AriaRole.LOG)).isVisible();
		page = follow("worker=BEN@example.com&screen=chats");
		assertThat(page.row("José Nuñez")).isVisible();
	}

	@ParameterizedTest
	@ValueSource(strings = { "worker=eve@example.com&screen=chats", "screen=details",
			"worker=ada%40example.com&screen=x", "worker=ada@example.com&screen=details", "%%%" })
	void wrongLinkOpensCustomers(String link) {
		SandboxPage page = follow(link);
		assertThat(page.row("Lina Berg")).isVisible();
		assertThat(browser.page()).hasURL(Pattern.compile("#worker=ada@example\\.com&screen=customers$"));
	}

	@Test
	void linkToMissingConversationOrCustomerSaysSo() {
		SandboxPage page = follow("worker=ada@example.com&screen=conversation&conversation=CHmissing");
		assertThat(page.worker()).containsText("This worker is not in that conversation.");
		page.button("Back to Chats").click();
		assertThat(page.worker()).containsText("No conversations.");
		page = follow("worker=ada@example.com&screen=details&customer=none");
		assertThat(page.worker().getByRole(AriaRole.ALERT)).containsText("This customer does not exist");
		page.button("Back to My Customers").click();
		assertThat(page.row("Lina Berg")).isVisible();
	}

	@Test
	void conversationOfAnotherWorkerIsNotShown() {
		String sid = Objects
			.requireNonNull(this.twilio.startOutbound("ben@example.com", "1002", "sms", "+13055550133"));
		SandboxPage page = follow("worker=ada@example.com&screen=conversation&conversation=" + sid);
		assertThat(page.worker()).containsText("This worker is not in that conversation.");
	}

	@Test
	void focusMovesToHeadingOfNewScreenOnly() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		assertThat(screenHeading(page)).not().isFocused();
		page.openCustomer("Lina Berg");
		assertThat(screenHeading(page)).isFocused();
		assertThat(screenHeading(page)).hasText("Customer");
		page.button("SMS").click();
		assertThat(screenHeading(page)).isFocused();
		assertThat(screenHeading(page)).containsText("Lina Berg");
		page.openChats();
		assertThat(screenHeading(page)).isFocused();
		browser.page().goBack();
		assertThat(screenHeading(page)).containsText("Lina Berg");
		assertThat(screenHeading(page)).isFocused();
		draft(page).fill("Hello");
		assertThat(draft(page)).isFocused();
		page.workers().focus();
		page.as("Ben Whitfield");
		assertThat(page.row("José Nuñez")).isVisible();
		assertThat(page.workers()).isFocused();
		assertThat(browser.page()).hasTitle("My Customers · Ben Whitfield · Frontline sandbox");
	}

	@Test
	void pageWorksWithoutStorage() {
		browser.page()
			.addInitScript("Object.defineProperty(window, 'sessionStorage', "
					+ "{ get() { throw new DOMException('denied', 'SecurityError'); } });");
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		page.button("SMS").click();
		page.writeAsWorker("Hello Lina");
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("Hello Lina");
	}

	/** Opens a link in the browser as from another page. */
	private SandboxPage follow(String link) {
		browser.page().navigate("about:blank");
		browser.page().navigate("http://localhost:" + this.port + "/#" + link);
		return new SandboxPage(browser.page());
	}

	private static Locator draft(SandboxPage page) {
		return page.worker().getByLabel("Message to the customer");
	}

	private static Locator heading(SandboxPage page, String name) {
		return page.worker().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setName(name));
	}

	private static Locator screenHeading(SandboxPage page) {
		return page.worker().getByRole(AriaRole.HEADING, new Locator.GetByRoleOptions().setLevel(3));
	}

}
