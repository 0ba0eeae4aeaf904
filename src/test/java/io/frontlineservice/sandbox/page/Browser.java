package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A real headless Chromium, the one on the path, with a fresh profile for each test. Used
 * by the tests of the sandbox's page.
 */
final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

	private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");

	private static final List<String> QUIETLY = List.of("--no-sandbox", "--disable-quic",
			"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

	private static final int PATIENCE_MILLIS = 30_000;

	private final List<String> failures = new ArrayList<>();

	private Playwright playwright;

	private com.microsoft.playwright.Browser browser;

	private BrowserContext context;

	private Page page;

	/**
	 * Without a browser there is nothing to test, but where CI is to have brought one.
	 */
	@Override
	public void beforeAll(ExtensionContext test) {
		Optional<Path> executable = executable();
		assumeTrue(executable.isPresent() || "true".equals(System.getenv("CI")),
				"There is no Chromium on the path: apt-get install chromium");
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
		this.playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
		this.browser = this.playwright.chromium()
			.launch(new LaunchOptions().setExecutablePath(executable.orElseThrow()).setArgs(QUIETLY));
	}

	@Override
	public void beforeEach(ExtensionContext test) {
		this.context = this.browser
			.newContext(new com.microsoft.playwright.Browser.NewContextOptions().setViewportSize(1400, 860)
				.setPermissions(List.of("clipboard-read", "clipboard-write")));
		this.page = this.context.newPage();
		this.page.setDefaultTimeout(PATIENCE_MILLIS);
		this.failures.clear();
		this.page.onPageError(this.failures::add);
	}

	Page page() {
		return this.page;
	}

	@Override
	public void afterEach(ExtensionContext test) {
		this.context.close();
		assertThat(this.failures).as("errors in the page's scripts").isEmpty();
	}

	@Override
	public void afterAll(ExtensionContext test) {
		if (this.playwright != null) {
			this.playwright.close();
		}
	}

	private static Optional<Path> executable() {
		return Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
			.flatMap((folder) -> NAMES.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
