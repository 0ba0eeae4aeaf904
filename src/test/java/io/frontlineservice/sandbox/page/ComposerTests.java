package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests the text boxes of both phones with texts that are too long for Twilio. */
@RunningSandbox
class ComposerTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	@Test
	void tooLongTextIsKeptAndExplainedOnWorkersPhone() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		page.button("SMS").click();
		assertExplainsTooLongText(page.worker(), "Message to the customer");
	}

	@Test
	void tooLongTextIsKeptAndExplainedOnCustomersPhone() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		assertExplainsTooLongText(page.withNumber("+14155550101").customer(), "Message from the customer");
	}

	private static void assertExplainsTooLongText(Locator phone, String label) {
		Locator box = phone.getByLabel(label);
		Locator send = phone.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Send"));
		paste(box, "x".repeat(1650));
		assertThat(box).hasValue("x".repeat(1650));
		assertThat(box).hasAttribute("aria-invalid", "true");
		assertThat(box)
			.hasAccessibleDescription("This text has 1,650 characters. A message can have 1,600: remove 50.");
		assertThat(send).isDisabled();
		box.press("Enter");
		assertThat(box).hasValue("x".repeat(1650));
		box.fill("x".repeat(1600) + "  ");
		assertThat(phone).containsText("1,600 of 1,600 characters");
		box.press("Enter");
		assertThat(phone.getByRole(AriaRole.LOG)).containsText("x".repeat(1600));
		assertThat(phone).not().containsText("1,600 characters");
	}

	/**
	 * Pastes from the clipboard, where the maximum length of a text box would cut the
	 * text.
	 */
	private static void paste(Locator box, String text) {
		browser.page().evaluate("text => navigator.clipboard.writeText(text)", text);
		box.press("ControlOrMeta+v");
	}

}
