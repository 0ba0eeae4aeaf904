package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import io.frontlineservice.ServiceProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The page restarts a sandbox with customers from another source. */
class CrmChoiceScenarioTests {

	private static final Pattern READY = Pattern.compile("Open http://localhost:\\d+/ in a browser\\.");

	@RegisterExtension
	static final Browser browser = new Browser();

	@Test
	void chosenCrmAnswersTheAppAfterRestart(@TempDir Path directory) throws Exception {
		Map<String, String> environment = Map.of("PORT", "0", "MANAGEMENT_SERVER_PORT", "0", "LOGGING_LEVEL_ROOT",
				"info");
		try (ServiceProcess sandbox = ServiceProcess.start(directory, environment, "sandbox",
				"--frontline.crm.adapter=file")) {
			awaitReady(sandbox, 1);
			URI url = sandbox.url();
			SandboxPage page = SandboxPage.open(browser.page(), url.getPort());
			Locator choice = page.region("CRM").getByLabel("Customers come from");
			assertThat(choice).hasValue("FILE");
			int starts = 1;
			for (String source : List.of("AIRTABLE", "HUBSPOT", "SALESFORCE", "FILE")) {
				page.openCustomer("Lina Berg");
				choice.selectOption(source);
				assertThat(page.region("CRM")).containsText("Starting with a");
				assertThat(choice).isEnabled();
				assertThat(choice).hasValue(source);
				assertThat(page.row("Lina Berg")).isVisible();
				assertThat(page.exchanges("GetCustomersList").first()).containsText("200");
				awaitReady(sandbox, ++starts);
				assertThat(sandbox.management().get("/crm")).containsIgnoringCase("\"adapter\":\"" + source + "\"")
					.doesNotContain("lastFailure\":{");
			}
			// Newer JVMs write lines of their own that start with WARNING.
			assertThat(sandbox.output().lines().filter((line) -> !line.startsWith("WARNING: ")))
				.noneMatch((line) -> line.contains("WARN") || line.contains("ERROR") || line.contains("Exception"));
			sandbox.terminate();
			assertThat(sandbox.exitCode()).isEqualTo(143);
		}
	}

	private static void awaitReady(ServiceProcess sandbox, int times) throws InterruptedException {
		assertThat(
				READY.matcher(sandbox.awaitOutput((text) -> READY.matcher(text).results().count() == times)).results())
			.hasSize(times);
	}

}
