package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that everyone can use the page. */
@RunningSandbox
class AccessibilityTests {

	private static final Set<String> SERIOUS = Set.of("serious", "critical");

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@EnumSource(names = { "LIGHT", "DARK" })
	void axeFindsNoSeriousViolationOnAnyScreen(ColorScheme scheme) {
		browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.customer().getByLabel("WhatsApp").check();
		page.customer().getByLabel("No visible number").check();
		assertNothingSerious("list");
		page.holder().click();
		assertThat(page.people().first()).isVisible();
		assertNothingSerious("search");
		page.holder().press("Escape");
		page.openCustomer("Lina Berg");
		assertNothingSerious("details");
		page.button("SMS").click();
		page.writeAsWorker("Hello Lina");
		assertThat(page.customer().getByRole(AriaRole.LOG)).containsText("Hello Lina");
		page.writeAsCustomer("SMS", "Hello Ada");
		assertThat(page.customer()).containsText("who started the conversation");
		assertNothingSerious("conversation");
		page.button("Templates").click();
		assertThat(page.worker().getByText("Have a nice day!")).isVisible();
		assertNothingSerious("templates");
		page.worker().getByText("Close templates").click();
		page.openChats();
		assertNothingSerious("chats");
		page.exchanges("GetTemplatesByCustomerId").first().locator("summary").click();
		assertNothingSerious("wire");
		page.region("Break it").getByText("Open").click();
		assertThat(page.worker().getByRole(AriaRole.ALERT)).isVisible();
		assertNothingSerious("error");
	}

	@Test
	void axeFindsNoSeriousViolationInNarrowWindow() {
		browser.page().setViewportSize(390, 844);
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		String sid = this.twilio.inbound("whatsapp:+14155550101", "whatsapp:+14155238886", "Hello?");
		this.twilio.conditions().withoutWhatsApp((address) -> true);
		this.twilio.app().write("ada@example.com", sid, "Hello Lina");
		this.twilio.inbound("+12025550143", "+15005550006", "Hello?");
		assertThat(page.button("Open the phone of Dmitri")).isVisible();
		page.openChats();
		assertThat(page.row("Lina Berg")).containsText("1 new");
		assertNothingSerious("unread messages");
		page.openChat("Lina Berg");
		assertThat(page.worker()).containsText("Not delivered.");
		page.worker().getByLabel("Message to the customer").fill("x".repeat(1601));
		assertThat(page.worker()).containsText("remove 1.");
		assertNothingSerious("too long text");
	}

	@Test
	void pageIsUsableByKeyboard() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		Keyboard keyboard = browser.page().keyboard();
		page.worker().getByLabel("Search customers").focus();
		keyboard.type("lina");
		assertThat(page.customers()).hasCount(1);
		keyboard.press("Tab");
		keyboard.press("Enter");
		assertThat(page.worker().getByRole(AriaRole.HEADING).getByText("Lina Berg")).isVisible();
		page.button("SMS").focus();
		keyboard.press("Enter");
		assertThat(page.worker().getByRole(AriaRole.LOG)).isVisible();
		page.button("Templates").focus();
		keyboard.press("Enter");
		assertThat(page.button("Close templates")).isFocused();
		keyboard.press("Escape");
		assertThat(page.worker().getByRole(AriaRole.DIALOG)).hasCount(0);
		assertThat(page.button("Templates")).isFocused();
		keyboard.press("Tab");
		keyboard.type("Hello");
		keyboard.press("Shift+Enter");
		keyboard.type("Lina");
		keyboard.press("Enter");
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("Hello");
	}

	@Test
	void draftStaysWhenMessageArrives() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		page.worker().getByText("Use the other phone as Lina Berg").click();
		page.button("SMS").click();
		page.worker().getByLabel("Message to the customer").fill("I was about to");
		page.writeTo("+15005550009");
		page.writeAsCustomer("SMS", "Are you there?");
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("Are you there?");
		assertThat(page.worker().getByLabel("Message to the customer")).hasValue("I was about to");
	}

	@Test
	void pageFitsPhoneScreen() {
		browser.page().setViewportSize(390, 844);
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		assertThat(
				browser.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.isEqualTo(0);
	}

	@Test
	void layoutStaysInPlace() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		List<BoundingBox> before = boxes(page);
		page.openCustomer("Lina Berg");
		page.button("SMS").click();
		page.writeAsWorker("Hello Lina");
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("Hello Lina");
		page.toggle("Dead CRM", true);
		page.region("Break it").getByText("Open").click();
		assertThat(page.worker().getByRole(AriaRole.ALERT)).isVisible();
		assertThat(boxes(page)).usingRecursiveComparison().isEqualTo(before);
	}

	private static List<BoundingBox> boxes(SandboxPage page) {
		return List.of(page.worker().boundingBox(), page.customer().boundingBox(), page.wire().boundingBox());
	}

	/** The legacy mode is for pages without frames and takes a third of the time. */
	private void assertNothingSerious(String screen) {
		assertThat(new AxeBuilder(browser.page()).setLegacyMode(true).analyze().getViolations()).as(screen)
			.filteredOn((it) -> SERIOUS.contains(it.getImpact()))
			.extracting((it) -> it.getId() + ": " + it.getNodes().get(0).getHtml())
			.isEmpty();
	}

}
