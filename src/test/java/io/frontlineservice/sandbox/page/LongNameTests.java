package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests names of 200 characters without a space, wide and narrow. */
@RunningSandbox
class LongNameTests {

	private static final String LONG = "Maximiliana".repeat(20).substring(0, 200);

	private static final String WITHOUT_ELLIPSIS = "it => it.scrollWidth <= it.clientWidth || "
			+ "getComputedStyle(it).textOverflow !== 'ellipsis' || getComputedStyle(it).overflowX === 'visible'";

	/** Replaces the names of a customer and a worker in all that the page receives. */
	private static final String LENGTHEN = """
			const parse = JSON.parse;
			JSON.parse = (text, ...more) => parse(text?.replaceAll(/"(Lina Berg|Ada Okafor)"/g, '"%s"'), ...more);
			""".formatted(LONG);

	@RegisterExtension
	static final Browser browser = new Browser();

	@Autowired
	private PretendTwilio twilio;

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(ints = { 390, 1400 })
	void longNamesEndInEllipsis(int width) {
		browser.page().setViewportSize(width, 860);
		browser.page().addInitScript(LENGTHEN);
		this.twilio.inbound("+14155550101", "+15005550006", "Hello?");
		browser.page().navigate("http://localhost:" + this.port + "/");
		SandboxPage page = new SandboxPage(browser.page());
		assertCut(page.row(LONG).locator(".name"));
		assertThat(page.workers()).hasCSS("text-overflow", "ellipsis");
		page.row(LONG).getByRole(AriaRole.BUTTON).click();
		assertCut(page.worker().locator(".who h4"));
		assertCut(page.worker().getByText("Use the other phone as"));
		page.openChats();
		assertCut(page.row(LONG).locator(".name"));
		page.openChat(LONG);
		assertCut(page.worker().getByRole(AriaRole.HEADING).getByRole(AriaRole.BUTTON));
		assertCut(page.worker().getByRole(AriaRole.LOG).locator(".author"));
		assertThat(page.worker().getByRole(AriaRole.LOG).locator(".meta")).isInViewport();
	}

	private static void assertCut(Locator name) {
		assertThat(name).isVisible();
		assertThat(name.evaluate(WITHOUT_ELLIPSIS)).as(name.toString()).isEqualTo(false);
		assertThat(
				browser.page().evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
			.isEqualTo(0);
	}

}
