package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the search for the customer who has the customer's phone. */
@RunningSandbox
class CustomerSearchTests {

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
	void typingAfterChoiceBeginsNewSearch() {
		this.page.holder().focus();
		browser.page().keyboard().press("ArrowDown");
		assertThat(this.page.people().first()).isVisible();
		browser.page().keyboard().press("Escape");
		browser.page().keyboard().type("lina");
		assertThat(this.page.people()).hasCount(2);
		browser.page().keyboard().press("Enter");
		assertThat(this.page.holder()).hasValue("Lina Berg");
		browser.page().keyboard().type("marcus");
		assertThat(this.page.people().first()).containsText("Marcus Lindqvist");
	}

	@Test
	void everyCustomerIsFoundByName() {
		this.page.holder().click();
		assertThat(this.page.people()).hasCount(CustomerSearchController.MOST + 1);
		assertThat(this.page.customer()).containsText("Type more of the name, or a number, to find the others.");
		assertThat(this.page.people().getByText("Rowan Castellanos")).hasCount(0);
		this.page.handTo("Rowan Castellanos");
		assertThat(this.page.people()).hasCount(0);
	}

	@Test
	void customerIsFoundByNumber() {
		this.page.holder().fill("+1 (415) 555-0101");
		assertThat(this.page.people().first()).containsText("Lina Berg");
		this.page.people().first().click();
		assertThat(this.page.holder()).hasValue("Lina Berg");
	}

	@Test
	void customerIsChosenByKeyboard() {
		String before = this.page.holder().inputValue();
		this.page.holder().focus();
		browser.page().keyboard().type("lina berg");
		assertThat(this.page.people()).hasCount(2);
		assertThat(this.page.people().first()).hasAttribute("aria-selected", "true");
		this.page.holder().press("Escape");
		assertThat(this.page.holder()).hasValue(before);
		this.page.holder().press("ArrowDown");
		this.page.holder().fill("lina berg");
		assertThat(this.page.people()).hasCount(2);
		this.page.holder().press("ArrowDown");
		assertThat(this.page.people().last()).hasAttribute("aria-selected", "true");
		this.page.holder().press("ArrowUp");
		this.page.holder().press("Enter");
		assertThat(this.page.holder()).hasValue("Lina Berg");
		assertThat(this.page.holder()).hasAttribute("aria-expanded", "false");
	}

	@Test
	void customerWithoutNumberCannotBeChosen() {
		this.page.holder().fill("Pietro");
		Locator pietro = this.page.people().first();
		assertThat(pietro).containsText("Pietro Malaspina");
		assertThat(pietro).containsText("No number for SMS or WhatsApp");
		assertThat(pietro).isDisabled();
		this.page.holder().press("Enter");
		assertThat(pietro).isVisible();
	}

	@Test
	void unavailableCrmIsNamed() {
		this.page.toggle("Dead CRM", true);
		this.page.holder().fill("Lina");
		assertThat(this.page.customer().getByRole(AriaRole.ALERT)).containsText("Your CRM did not answer.");
		this.page.people().getByText("Unknown customer").click();
		this.page.withNumber("+14155550101");
		assertThat(this.page.customer())
			.containsText("Your CRM did not answer, so the name of this number is not known.");
	}

}
