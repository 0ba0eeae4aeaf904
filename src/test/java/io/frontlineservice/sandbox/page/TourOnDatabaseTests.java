package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.TestPostgres;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The page works with the sandbox's customers in an empty PostgreSQL database. */
@RunningSandbox
class TourOnDatabaseTests {

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	@DynamicPropertySource
	static void database(DynamicPropertyRegistry properties) {
		properties.add("frontline.crm.adapter", () -> "jdbc");
		properties.add("frontline.crm.jdbc.url", TestPostgres::newDatabase);
	}

	@Test
	void customersAreImportedAndTheTourWorks() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		browser.page().locator("text=Suggest a message").click();
		page.customer().getByLabel("Message from the customer").press("Enter");
		browser.page().locator("text=Open the worker’s phone").click();
		Locator messages = page.worker().getByRole(AriaRole.LOG);
		assertThat(messages).containsText("When will my order come?");
	}

}
