package io.frontlineservice.load;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Measures how long the tasks of the sandbox's page take in Chromium while many customers
 * write, each of them once. {@code src/load/page.sh} runs it.
 */
public final class PageRun {

	private static final int CUSTOMERS = 300;

	private static final long SECONDS = 10;

	private static final int AT_ONCE = 16;

	private static final long LONGEST_TASK_MILLIS = 200;

	private static final List<String> BROWSERS = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome");

	/** Sums up tasks of more than 50 ms and what the stream of changes sends. */
	private static final String OBSERVERS = """
			globalThis.seen = { tasks: 0, total: 0, longest: 0, messages: 0, bytes: 0 };
			new PerformanceObserver((list) => list.getEntries().forEach(({ duration }) => {
			  seen.tasks++;
			  seen.total += duration;
			  seen.longest = Math.max(seen.longest, duration);
			})).observe({ type: 'longtask', buffered: true });
			const listen = EventSource.prototype.addEventListener;
			EventSource.prototype.addEventListener = function (type, listener) {
			  listen.call(this, type, (event) => {
			    seen.messages++;
			    seen.bytes += event.data?.length ?? 0;
			    listener(event);
			  });
			};
			""";

	private final HttpClient client = HttpClient.newHttpClient();

	private final String url;

	private PageRun(String url) {
		this.url = url;
	}

	/** The argument is the URL of a sandbox without conversations. */
	public static void main(String[] args) throws Exception {
		System.exit(new PageRun(args[0]).run() ? 0 : 1);
	}

	private boolean run() throws Exception {
		try (Playwright playwright = Playwright
			.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
				Browser browser = playwright.chromium()
					.launch(new LaunchOptions().setExecutablePath(executable()).setArgs(List.of("--no-sandbox")))) {
			Tab tab = openChats(browser);
			tab.page().evaluate("Object.assign(seen, { tasks: 0, total: 0, longest: 0, messages: 0, bytes: 0 })");
			int lost = write();
			awaitQuiet(tab);
			System.out.printf("%d customers within %d s, %d lost%n", CUSTOMERS, SECONDS, lost);
			double longest = report("While they write", tab);
			Tab other = openChats(browser);
			awaitQuiet(other);
			longest = Math.max(longest, report("A new tab", other));
			return lost == 0 && longest <= LONGEST_TASK_MILLIS;
		}
	}

	/** Opens the chats of the worker who gets all conversations of unknown customers. */
	private Tab openChats(Browser browser) {
		Tab tab = Tab.open(browser);
		tab.page().navigate(this.url);
		tab.page().getByLabel("Worker", new Page.GetByLabelOptions().setExact(true)).selectOption("dmitri@example.com");
		tab.page().getByText("Chats").first().click();
		return tab;
	}

	/** Returns the number of messages that are lost. */
	private int write() throws InterruptedException, ExecutionException {
		ScheduledExecutorService phones = Executors.newScheduledThreadPool(AT_ONCE);
		List<Future<Boolean>> written = new ArrayList<>();
		for (int i = 0; i < CUSTOMERS; i++) {
			String number = "+1202555%04d".formatted(1000 + i);
			written.add(phones.schedule(() -> write(number), i * SECONDS * 1000 / CUSTOMERS, TimeUnit.MILLISECONDS));
		}
		int lost = 0;
		for (Future<Boolean> it : written) {
			lost += it.get() ? 0 : 1;
		}
		phones.shutdown();
		return lost;
	}

	private boolean write(String number) {
		HttpRequest request = HttpRequest.newBuilder(URI.create(this.url + "/sandbox/api/inbound"))
			.header("Content-Type", "application/json")
			.PUT(BodyPublishers.ofString(
					"{\"from\":\"%s\",\"to\":\"+15005550006\",\"body\":\"Do you sell tables?\"}".formatted(number)))
			.build();
		try {
			return this.client.send(request, BodyHandlers.ofString()).body().contains("CH");
		}
		catch (IOException ex) {
			return false;
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/** Waits until the page has received nothing for two seconds. */
	private static void awaitQuiet(Tab tab) {
		double before = -1;
		while (tab.number("messages") != before) {
			before = tab.number("messages");
			tab.page().waitForTimeout(2000);
		}
	}

	private static double report(String phase, Tab tab) {
		double longest = tab.number("longest");
		System.out.printf(
				"%s: %.0f tasks over 50 ms, together %.0f ms, the longest %.0f ms; CPU time %.0f ms; "
						+ "%.0f messages, %.0f KB; %s elements%n",
				phase, tab.number("tasks"), tab.number("total"), longest, tab.cpuMillis(), tab.number("messages"),
				tab.number("bytes") / 1000, tab.page().evaluate("document.querySelectorAll('*').length"));
		return longest;
	}

	private static Path executable() {
		return List.of(System.getenv("PATH").split(File.pathSeparator))
			.stream()
			.flatMap((folder) -> BROWSERS.stream().map((name) -> Path.of(folder, name)))
			.filter(Files::isExecutable)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("There is no Chromium on the path"));
	}

	/** A tab with the sandbox's page. */
	private record Tab(Page page, CDPSession session) {

		static Tab open(Browser browser) {
			Page page = browser.newPage(new Browser.NewPageOptions().setViewportSize(1400, 860));
			CDPSession session = page.context().newCDPSession(page);
			JsonObject cpuTime = new JsonObject();
			cpuTime.addProperty("timeDomain", "threadTicks");
			session.send("Performance.enable", cpuTime);
			page.addInitScript(OBSERVERS);
			return new Tab(page, session);
		}

		double number(String name) {
			return ((Number) this.page.evaluate("seen." + name)).doubleValue();
		}

		/** The CPU time of all tasks so far, which a busy machine does not prolong. */
		double cpuMillis() {
			for (JsonElement each : this.session.send("Performance.getMetrics").getAsJsonArray("metrics")) {
				JsonObject metric = each.getAsJsonObject();
				if (metric.get("name").getAsString().equals("TaskDuration")) {
					return metric.get("value").getAsDouble() * 1000;
				}
			}
			throw new IllegalStateException("The browser does not report the duration of tasks");
		}

	}

}
