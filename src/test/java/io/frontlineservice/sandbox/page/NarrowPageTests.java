package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsInViewportOptions;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the page in a window as narrow as a phone. */
@RunningSandbox
class NarrowPageTests {

	private static final IsInViewportOptions MOSTLY = new IsInViewportOptions().setRatio(0.8);

	private static final int STEPS = 15;

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	private SandboxPage page;

	@BeforeEach
	void open() {
		browser.page().setViewportSize(390, 844);
		this.page = SandboxPage.open(browser.page(), this.port);
	}

	@Test
	void tabsShowPhonesAndWire() {
		assertThat(this.page.worker()).isInViewport(MOSTLY);
		assertThat(this.page.customer()).not().isInViewport();
		tab("Customer").click();
		assertThat(this.page.customer()).isInViewport(MOSTLY);
		assertThat(tab("Customer")).hasAttribute("aria-current", "true");
		assertThat(this.page.worker()).not().isInViewport();
		tab("Wire").click();
		assertThat(this.page.region("Break it")).isInViewport(MOSTLY);
		tab("Worker").click();
		assertThat(this.page.worker()).isInViewport(MOSTLY);
		assertThat(tab("Customer")).hasAttribute("aria-current", "false");
		assertNoOverflow();
	}

	@Test
	void swipeShowsOtherPhone() {
		swipe(340, 40);
		assertThat(this.page.customer()).isInViewport(MOSTLY);
		assertThat(tab("Customer")).hasAttribute("aria-current", "true");
		swipe(40, 340);
		assertThat(this.page.worker()).isInViewport(MOSTLY);
		assertNoOverflow();
	}

	@Test
	void reloadKeepsShownPhone() {
		tab("Customer").click();
		assertThat(tab("Customer")).hasAttribute("aria-current", "true");
		this.page = SandboxPage.reopen(browser.page());
		assertThat(this.page.customer()).isInViewport(MOSTLY);
		assertThat(tab("Customer")).hasAttribute("aria-current", "true");
	}

	@Test
	void messageIsUnreadWhileOtherPhoneIsShown() {
		this.twilio.inbound("+14155550101", "+15005550006", "Hello?");
		this.page.openChat("Lina Berg");
		this.twilio.inbound("+14155550101", "+15005550006", "Today?");
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Today?");
		assertThat(tab("Worker")).hasText("Worker");
		tab("Customer").click();
		assertThat(this.page.customer()).isInViewport(MOSTLY);
		this.twilio.inbound("+14155550101", "+15005550006", "Are you there?");
		assertThat(tab("Worker")).hasText("Worker 1 new");
		tab("Worker").click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("Are you there?");
		assertThat(tab("Worker")).hasText("Worker");
	}

	@Test
	void newScreenIsShownFromItsTop() {
		browser.page().evaluate("scrollTo({ top: 400, behavior: 'instant' })");
		this.page.button("Chats").click();
		assertThat(this.page.worker().getByRole(AriaRole.HEADING).getByText("Chats")).isInViewport();
	}

	@Test
	void usingOtherPhoneShowsIt() {
		this.page.openCustomer("Lina Berg");
		this.page.worker().getByText("Use the other phone as Lina Berg").click();
		assertThat(this.page.customer()).isInViewport(MOSTLY);
	}

	private Locator tab(String name) {
		return browser.page()
			.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Phones"))
			.getByRole(AriaRole.BUTTON)
			.filter(new Locator.FilterOptions().setHasText(name));
	}

	/** Moves a finger from one horizontal position to another. */
	private static void swipe(int from, int to) {
		CDPSession session = browser.page().context().newCDPSession(browser.page());
		touch(session, "touchStart", from);
		for (int step = 1; step <= STEPS; step++) {
			touch(session, "touchMove", from + (to - from) * step / STEPS);
		}
		touch(session, "touchEnd", null);
		session.detach();
	}

	private static void touch(CDPSession session, String type, @Nullable Integer x) {
		JsonArray points = new JsonArray();
		if (x != null) {
			JsonObject point = new JsonObject();
			point.addProperty("x", x);
			point.addProperty("y", 600);
			points.add(point);
		}
		JsonObject event = new JsonObject();
		event.addProperty("type", type);
		event.add("touchPoints", points);
		session.send("Input.dispatchTouchEvent", event);
	}

	private static void assertNoOverflow() {
		assertThat(
				browser.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.isEqualTo(0);
		assertThat(browser.page().evaluate("document.querySelector('header.top').scrollWidth <= innerWidth"))
			.isEqualTo(true);
	}

}
