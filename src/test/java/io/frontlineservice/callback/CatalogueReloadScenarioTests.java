package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.Callback;
import io.frontlineservice.RunningService;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The service reloads changed files of templates and workers while it runs. */
@RunningService
@TestPropertySource(properties = "management.prometheus.metrics.export.enabled=true")
class CatalogueReloadScenarioTests {

	@TempDir
	private static Path directory;

	private final int port;

	private final int managementPort;

	CatalogueReloadScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.port = port;
		this.managementPort = managementPort;
	}

	@DynamicPropertySource
	static void files(DynamicPropertyRegistry registry) {
		write("templates.yml", catalogue("First, {{Author}}"));
		write("workers.yml", worker("Ada Before", "+15005550001"));
		registry.add("frontline.templates.location", () -> directory.resolve("templates.yml").toString());
		registry.add("frontline.templates.reload-interval", () -> "20ms");
		registry.add("frontline.workers.location", () -> directory.resolve("workers.yml").toString());
		registry.add("frontline.workers.reload-interval", () -> "20ms");
	}

	@Test
	void changedCatalogueIsUsedAndInvalidOneIsRefused() throws Exception {
		write("templates.yml", catalogue("Second, {{Author}}"));
		await().until(() -> templates().contains("Second, Ada"));
		write("templates.yml", catalogue("Third, {{Nobody}}"));
		await().until(() -> preview().contains("\"changeNotInUse\":\"line 3, column 16: there is no value {{Nobody}}"));
		assertThat(templates()).contains("Second, Ada");
		assertThat(refusedChanges()).contains("{file=\"templates\"} 1.0", "{file=\"workers\"} 0.0",
				"{file=\"customers\"} 0.0");
		write("templates.yml", catalogue("Fourth, {{Author}}"));
		await().until(() -> templates().contains("Fourth, Ada"));
		assertThat(preview()).contains("\"changeNotInUse\":null");
		assertThat(refusedChanges()).contains("{file=\"templates\"} 0.0");
	}

	@Test
	void changedWorkerHasNewNameAndSender() throws Exception {
		write("workers.yml", worker("Ada After", "+15005550002"));
		await().until(() -> templates().contains("Ada After"));
		assertThat(Callback.outgoingConversation(this.port)
			.post("Location", "GetProxyAddress", "Worker", "ada@example.com", "CustomerId", "1001", "ChannelType",
					"sms", "ChannelValue", "+14155550101")
			.body()).isEqualTo("{\"proxy_address\":\"+15005550002\"}");
	}

	private String templates() throws IOException, InterruptedException {
		return Callback.templates(this.port)
			.post("Location", "GetTemplatesByCustomerId", "Worker", "ada@example.com", "CustomerId", "1001")
			.body();
	}

	private String refusedChanges() throws IOException, InterruptedException {
		return management("prometheus").lines()
			.filter((line) -> line.startsWith("frontline_file_change_refused"))
			.collect(Collectors.joining("\n"));
	}

	private String preview() throws IOException, InterruptedException {
		return management("preview");
	}

	private String management(String endpoint) throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + this.managementPort + "/actuator/" + endpoint);
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
	}

	private static String catalogue(String content) {
		return "- display_name: Openers\n  templates:\n    - content: \"" + content + "\"\n";
	}

	private static String worker(String name, String number) {
		return "- identity: ada@example.com\n  display_name: " + name + "\n  senders: { sms: \"" + number + "\" }\n";
	}

	private static void write(String name, String text) {
		try {
			Path fresh = Files.writeString(directory.resolve("fresh-" + name), text);
			Files.move(fresh, directory.resolve(name), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
