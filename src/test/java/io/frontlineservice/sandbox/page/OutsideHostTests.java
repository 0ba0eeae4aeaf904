package io.frontlineservice.sandbox.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Tests that the page requests nothing from other hosts, whatever avatars name. */
@RunningSandbox
class OutsideHostTests {

	private static final String PIXEL = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' width='1' height='1'/>";

	@RegisterExtension
	static final Browser browser = new Browser();

	@LocalServerPort
	private int port;

	private final Set<String> hosts = ConcurrentHashMap.newKeySet();

	@BeforeEach
	void listen() {
		browser.page().onRequest((it) -> this.hosts.add(URI.create(it.url()).getHost()));
	}

	@Test
	void sampleCustomersHaveInitialsAndNoOtherHostIsRequested() {
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		assertThat(page.row("Lina Berg").locator(".avatar")).hasText("LB");
		page.openCustomer("Lina Berg");
		assertThat(page.worker().locator(".who .avatar")).hasText("LB");
		page.button("SMS").click();
		page.writeAsWorker("Hello Lina");
		assertThat(page.worker().getByRole(AriaRole.LOG)).containsText("Hello Lina");
		page.openChats();
		assertThat(page.row("Lina Berg").locator(".avatar")).hasText("LB");
		assertThat(page.worker().locator("img")).hasCount(0);
		assertThat(this.hosts).containsExactly("localhost");
	}

	@Test
	void ownPicturesAreShown() {
		useAvatar("/sandbox/page/icon.svg");
		assertThat(avatar().locator("img")).isVisible();
		useAvatar(PIXEL);
		assertThat(avatar().locator("img")).isVisible();
		assertThat(this.hosts).containsExactly("localhost");
	}

	@Test
	void pictureThatCannotBeLoadedShowsInitials() {
		useAvatar("/sandbox/page/missing.png");
		assertThat(avatar().locator("img")).isHidden();
		assertThat(avatar()).hasText("LB");
		useAvatar("not a://url");
		assertThat(avatar()).hasText("LB");
		useAvatar("//evil.example/a.png");
		assertThat(avatar()).hasText("LB");
		assertThat(this.hosts).containsExactly("localhost");
	}

	/** Opens the page, where Lina has that avatar. */
	private void useAvatar(String url) {
		browser.page()
			.addInitScript("const parse = JSON.parse; JSON.parse = (text, ...more) => "
					+ "parse(text?.replaceAll('https://example.com/avatars/1001.png', `%s`), ...more);".formatted(url));
		SandboxPage page = SandboxPage.open(browser.page(), this.port);
		assertThat(page.row("Lina Berg")).isVisible();
	}

	private Locator avatar() {
		return new SandboxPage(browser.page()).row("Lina Berg").locator(".avatar");
	}

}
