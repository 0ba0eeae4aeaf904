package io.frontlineservice.sandbox.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;

/**
 * A real headless Chromium from the path. It starts once for all tests of a JVM, with a
 * new profile for each test. Used by the tests of the page.
 */
final class Browser implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback {

	private static final Namespace NAMESPACE = Namespace.create(Browser.class);

	private static final int TIMEOUT_MILLIS = 30_000;

	private final List<String> failures = new ArrayList<>();

	private BrowserContext context;

	private Page page;

	/** Skips the tests without a browser, except in CI, which installs one. */
	@Override
	public void beforeAll(ExtensionContext test) {
		assumeTrue(Chromium.executable().isPresent() || "true".equals(System.getenv("CI")),
				"There is no Chromium on the path: apt-get install chromium");
		PlaywrightAssertions.setDefaultAssertionTimeout(TIMEOUT_MILLIS);
	}

	@Override
	public void beforeEach(ExtensionContext test) {
		Chromium chromium = test.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
			.computeIfAbsent(Chromium.class, (type) -> Chromium.launch(), Chromium.class);
		this.context = chromium.browser()
			.newContext(new NewContextOptions().setViewportSize(1400, 860)
				.setPermissions(List.of("clipboard-read", "clipboard-write")));
		this.page = this.context.newPage();
		this.page.setDefaultTimeout(TIMEOUT_MILLIS);
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

	/** The processes of the browser and of Playwright. JUnit closes them. */
	private record Chromium(Playwright playwright, com.microsoft.playwright.Browser browser) implements AutoCloseable {

		/** In order of preference; the smallest comes first. */
		private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
				"google-chrome");

		private static final List<String> ARGUMENTS = List.of("--no-sandbox", "--disable-quic",
				"--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run");

		static Chromium launch() {
			Playwright playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			return new Chromium(playwright, playwright.chromium()
				.launch(new LaunchOptions().setExecutablePath(executable().orElseThrow()).setArgs(ARGUMENTS)));
		}

		static Optional<Path> executable() {
			List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
			return NAMES.stream()
				.flatMap((name) -> folders.stream().map((folder) -> Path.of(folder, name)))
				.filter(Files::isExecutable)
				.findFirst();
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
