package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the three steps that lead through the page. */
@RunningSandbox
class TourTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	private SandboxPage page;

	@BeforeEach
	void open() {
		this.page = SandboxPage.open(browser.page(), this.port);
	}

	@Test
	void stepsAreDoneByTheirButtons() {
		assertThat(current()).containsText("Write as a customer");
		button("Suggest a message").click();
		assertThat(this.page.customer().getByLabel("Message from the customer")).isFocused();
		this.page.customer().getByLabel("Message from the customer").press("Enter");
		assertThat(current()).containsText("See who gets it");
		button("Open the worker’s phone").click();
		assertThat(this.page.worker().getByRole(AriaRole.LOG)).containsText("When will my order come?");
		assertThat(current()).containsText("Break something");
		button("Go to the switches").click();
		assertThat(this.page.region("Break it").getByLabel("Wrong signature")).isFocused();
		browser.page().keyboard().press("Space");
		assertThat(this.page.region("Break it").getByLabel("Wrong signature")).isChecked();
		assertThat(current()).hasCount(0);
		assertThat(tour().locator(".done")).hasCount(3);
		button("Finish the tour").click();
		assertThat(tour()).hasCount(0);
	}

	@Test
	void stepIsDoneWithoutItsButton() {
		this.page.toggle("Slow CRM", true);
		assertThat(tour().getByRole(AriaRole.LISTITEM).last()).containsText("done");
		assertThat(current()).containsText("Write as a customer");
	}

	@Test
	void closedTourStaysClosedUntilOpened() {
		button("Close the tour").click();
		assertThat(tour()).hasCount(0);
		this.page = SandboxPage.open(browser.page(), this.port);
		assertThat(tour()).hasCount(0);
		Locator opener = browser.page()
			.getByRole(AriaRole.BANNER)
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tour"));
		opener.click();
		assertThat(current()).containsText("Write as a customer");
		assertThat(opener).hasCount(0);
	}

	@Test
	void tourFitsPhoneScreen() {
		browser.page().setViewportSize(390, 844);
		assertThat(button("Suggest a message")).isVisible();
		assertThat(button("Go to the switches")).isHidden();
		Assertions
			.assertThat(browser.page()
				.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.isEqualTo(0);
	}

	private Locator tour() {
		return this.page.region("Tour");
	}

	private Locator current() {
		return tour().locator("[aria-current=step]");
	}

	private Locator button(String name) {
		return tour().locator("button").filter(new Locator.FilterOptions().setHasText(name));
	}

}
