package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

/**
 * Tests a customer list with more than one page, with visibility for everyone.
 */
@RunningSandbox
@TestPropertySource(properties = "frontline.visibility=everyone")
class EndlessScrollingTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	@Test
	void scrollingLoadsAllCustomers() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		assertThat(page.customers()).hasCount(30);
		page.customers().nth(29).scrollIntoViewIfNeeded();
		assertThat(page.customers()).hasCount(40);
		page.customers().nth(39).scrollIntoViewIfNeeded();
		assertThat(page.worker()).containsText("All 40 customers are shown.");
	}

	@Test
	void listKeepsScrollPosition() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.customers().nth(29).scrollIntoViewIfNeeded();
		page.customers().nth(29).getByRole(AriaRole.BUTTON).click();
		page.button("Back to My Customers").click();
		assertThat(page.customers().nth(29)).isInViewport();
		page.as("Ben Whitfield");
		assertThat(page.customers().first()).isInViewport();
	}

}
