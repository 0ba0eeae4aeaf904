package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Takes the screenshots of the documents into {@code target/screenshots}. After a change
 * of the page, copy them to {@code src/docs/images}.
 */
@RunningSandbox
class ScreenshotsTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	@Test
	void inboundConversation() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.handTo("José Nuñez").writeAsCustomer("SMS", "Are the vans ready?");
		assertThat(page.choice("Ben Whitfield")).containsText("1 new");
		page.handTo("Lina Berg").writeAsCustomer("SMS", "When will my shelves come?");
		page.openChat("Lina Berg");
		assertThat(page.worker()).containsText("Assigned by the rule crm-owner");
		page.writeAsWorker("On Friday, before noon.");
		assertThat(page.customer().getByRole(AriaRole.LOG)).containsText("On Friday");
		assertThat(page.customer().getByRole(AriaRole.LOG)).containsText("because of the rule crm-owner");
		assertThat(page.wire()).containsText("Lina Berg writes by SMS");
		save("phone");
	}

	@Test
	void templatesInDarkScheme() {
		browser.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		page.openCustomer("Lina Berg");
		page.button("WhatsApp").click();
		page.button("Templates").click();
		assertThat(page.worker().getByRole(AriaRole.DIALOG).locator(".template")).hasCount(2);
		page.toggle("Dead CRM", true);
		save("templates");
	}

	private static void save(String name) {
		browser.page()
			.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "screenshots", name + ".png")));
	}

}
