package io.frontlineservice.callback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.CrmCallback;
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
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** The service reloads a changed customer file while it runs. */
@RunningService
class ReloadScenarioTests {

	private static final String ADA = "ada@example.com";

	@TempDir
	private static Path directory;

	private final CrmCallback callback;

	private final int managementPort;

	ReloadScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.callback = new CrmCallback(port);
		this.managementPort = managementPort;
	}

	@DynamicPropertySource
	static void file(DynamicPropertyRegistry registry) {
		write(customers(1, 20));
		registry.add("frontline.crm.file.location", () -> file().toString());
		registry.add("frontline.crm.file.reload-interval", () -> "20ms");
	}

	@Test
	void nextPageContinuesAtSamePlaceInChangedFile() throws Exception {
		replace(customers(1, 20), 20);
		JsonNode first = CrmCallback.objects(this.callback.list(ADA, "PageSize", "10"));
		List<String> seen = new ArrayList<>(CrmCallback.ids(first));
		// Removes the last customer of the page and some before it, and adds others.
		replace(customers(5, 9) + customers(11, 40), 35);
		JsonNode second = CrmCallback.objects(
				this.callback.list(ADA, "PageSize", "100", "NextPageToken", first.path("next_page_token").asString()));
		seen.addAll(CrmCallback.ids(second));
		assertThat(seen).containsExactlyElementsOf(ids(1, 40));
	}

	@Test
	void invalidFileKeepsPreviousCustomers() throws Exception {
		replace(customers(1, 20), 20);
		write("1,Twice,ada@example.com\n1,Twice,ada@example.com\n");
		await().until(() -> report().contains("\"changeNotInUse\":\"line 3, column 1: another customer"));
		assertThat(this.callback.walk(ADA, 100)).hasSize(20);
		replace(customers(1, 3), 3);
		assertThat(report()).contains("\"changeNotInUse\":null");
	}

	private void replace(String rows, int expected) {
		write(rows);
		await().until(() -> this.callback.walk(ADA, 100).size() == expected);
	}

	private String report() throws IOException, InterruptedException {
		URI uri = URI.create("http://localhost:" + this.managementPort + "/actuator/customerFile");
		return HttpClient.newHttpClient().send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()).body();
	}

	private static void write(String rows) {
		try {
			Path fresh = Files.writeString(directory.resolve("fresh.csv"), "customer_id,display_name,worker\n" + rows);
			Files.move(fresh, file(), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Path file() {
		return directory.resolve("customers.csv");
	}

	private static String customers(int first, int last) {
		return ids(first, last).stream()
			.map((id) -> id + ",Customer " + id + ",ada@example.com\n")
			.collect(Collectors.joining());
	}

	private static List<String> ids(int first, int last) {
		return IntStream.rangeClosed(first, last).mapToObj((id) -> String.valueOf(100 + id)).toList();
	}

}
