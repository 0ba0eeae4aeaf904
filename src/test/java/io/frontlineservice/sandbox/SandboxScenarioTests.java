package io.frontlineservice.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.CrmCallback;
import io.frontlineservice.ServiceProcess;
import io.frontlineservice.SignedRequest;
import java.net.ConnectException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Starts the sandbox as a new user does. */
class SandboxScenarioTests {

	private static final Pattern CURL = Pattern
		.compile("curl -s (?<url>\\S+)(?: -H '(?<header>[^:]+): (?<signature>[^']+)')?(?: -d '(?<body>[^']+)')?");

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final Pattern READY = Pattern.compile("/(pretend|callbacks)/conversations\\R");

	private static final String TUNNEL = "https://abc.tunnel.example";

	@TempDir
	private static Path directory;

	/** Shared by all tests; no test depends on the calls of another. */
	private static ServiceProcess sandbox;

	@BeforeAll
	static void startSandbox() throws Exception {
		sandbox = start("sandbox", Map.of());
	}

	@AfterAll
	static void stopSandbox() {
		sandbox.close();
	}

	@Test
	void printedCommandsWork() throws Exception {
		List<MatchResult> commands = CURL.matcher(started(sandbox)).results().toList();
		assertThat(commands).hasSize(7);
		List<String> answers = new ArrayList<>();
		for (MatchResult command : commands) {
			HttpResponse<String> response = send(command.group(1), command.group(2), command.group(3),
					command.group(4));
			assertThat(response.statusCode()).isEqualTo(200);
			answers.add(response.body());
		}
		assertThat(answers.subList(0, 3)).allSatisfy((answer) -> assertThat(answer).contains("Lina Berg"));
		assertThat(answers.get(3)).isEqualTo("{\"proxy_address\":\"whatsapp:+14155238886\"}");
		assertThat(answers.get(4)).contains("Hello Lina Berg, this is Ada Okafor. We have processed your documents.");
		assertThat(answers.get(5)).contains("\"conversation_sid\" : \"CH");
		assertThat(answers.get(6)).contains("\"friendly_name\" : \"Lina Berg\"");
	}

	@Test
	void sandboxListensOnLoopbackOnly() throws Exception {
		Matcher port = PORT.matcher(started(sandbox));
		assertThat(port.find()).isTrue();
		// Another loopback address, on which the sandbox answers only if it listens on
		// all
		// addresses.
		assertThatExceptionOfType(ConnectException.class)
			.isThrownBy(() -> new Socket("127.0.0.2", Integer.parseInt(port.group(1))).close());
	}

	@Test
	void unknownWorkerSeesBuiltInCustomersWithRealAccount() throws Exception {
		try (ServiceProcess service = start("own-account", Map.of("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID,
				"TWILIO_AUTH_TOKEN", SignedRequest.TOKEN, "FRONTLINE_PUBLIC_URL", TUNNEL))) {
			String output = started(service);
			assertThat(output)
				.contains("  Frontline > Manage > Callbacks > CRM Callback URL: " + TUNNEL + "/callbacks/crm\n")
				.doesNotContain("curl", SignedRequest.TOKEN, "sandbox is running");
			Matcher port = PORT.matcher(output);
			assertThat(port.find()).isTrue();
			String url = "http://localhost:" + port.group(1) + "/callbacks/crm";
			SignedRequest form = SignedRequest.to(TUNNEL + "/callbacks/crm")
				.with("Location", "GetCustomersList")
				.with("Worker", "me@my-company.example");
			assertThat(CrmCallback.ids(CrmCallback.objects(form.with("PageSize", "100").post(url)))).hasSize(40);
			// Without a page size the app's page size applies.
			assertThat(CrmCallback.ids(CrmCallback.objects(form.post(url)))).hasSize(30);
			assertThat(service.awaitOutput((text) -> text.contains("with 200.\n"))).containsOnlyOnce(
					"The first CRM callback has arrived with a valid signature; it was answered with 200.");
			HttpResponse<String> root = send("http://localhost:" + port.group(1) + "/", null, null, null);
			assertThat(root.body()).contains("This is the Frontline Integration Service", "It is running");
		}
	}

	@Test
	void printedCommandsFitOwnCustomers() throws Exception {
		Path customers = directory.resolve("customers.csv");
		Files.writeString(customers, """
				customer_id,display_name,worker,phone
				7,Ann Example,me@my-company.example,
				8,Ömer Example,me@my-company.example,+14155550111
				""");
		try (ServiceProcess service = start("own-customers",
				Map.of("FRONTLINE_CRM_FILE_LOCATION", customers.toString(), "FRONTLINE_TEMPLATES_LOCATION", ""))) {
			String output = started(service);
			assertThat(output).contains("The sandbox is running with your own customers.", "Its page, with phones",
					"Twilio's console needs nothing: a pretend Twilio calls http://localhost:");
			assertThat(output).doesNotContain("ada@example.com", "templates that", "WhatsApp", "Ömer Example")
				.doesNotContain("not in the worker directory");
			assertThat(service.awaitOutput((text) -> text.contains("in a browser.")))
				.containsPattern("\n\nOpen http://localhost:\\d+/ in a browser\\.\n");
			List<String> answers = new ArrayList<>();
			for (String command : output.lines().filter((line) -> line.startsWith("curl ")).toList()) {
				answers.add(answerOf(command));
			}
			assertThat(answers).hasSize(6);
			assertThat(answers.subList(0, 3)).allSatisfy((answer) -> assertThat(answer).contains("Ömer Example"));
			assertThat(answers.get(3)).isEqualTo("{\"proxy_address\":\"+15005550006\"}");
			assertThat(answers.get(5)).contains("\"friendly_name\" : \"Ömer Example\"");
		}
	}

	@Test
	void sandboxSignsBySharedKeyWhenRequired() throws Exception {
		try (ServiceProcess service = start("shared-key", Map.of("FRONTLINE_TWILIO_REQUIRE_WEBHOOK_KEY", "true"))) {
			List<String> commands = started(service).lines().filter((line) -> line.startsWith("curl ")).toList();
			assertThat(commands).hasSize(7);
			assertThat(commands.subList(0, 5)).allSatisfy((command) -> assertThat(command)
				.contains("-H 'X-Twilio-Webhooks-Signature-Settings: key=sandbox,algorithm=HMAC_SHA256'"));
			List<String> answers = new ArrayList<>();
			for (String command : commands) {
				answers.add(answerOf(command));
			}
			assertThat(answers.get(0)).contains("Lina Berg");
			// This command also needs the callbacks of the pretend Twilio.
			assertThat(answers.get(6)).contains("\"friendly_name\" : \"Lina Berg\"");
			assertThat(answerOf(commands.get(0).replaceFirst("-H 'X-Twilio-Webhooks[^']*' ", "")))
				.contains("This request is not signed by Twilio for this service.");
		}
	}

	@Test
	void unsignedRequestIsRefused() throws Exception {
		Matcher command = CURL.matcher(started(sandbox));
		assertThat(command.find()).isTrue();
		assertThat(send(command.group("url"), "X-Other", "x", command.group("body")).statusCode()).isEqualTo(403);
	}

	private static ServiceProcess start(String name, Map<String, String> environment) throws Exception {
		Map<String, String> all = new HashMap<>(environment);
		all.put("PORT", "0");
		all.put("MANAGEMENT_SERVER_PORT", "0");
		all.put("LOGGING_LEVEL_ROOT", "info");
		return ServiceProcess.start(Files.createDirectory(directory.resolve(name)), all, "sandbox");
	}

	/**
	 * Waits for the last line of the text with which the sandbox says that it is ready.
	 */
	private static String started(ServiceProcess service) throws InterruptedException {
		return service.awaitOutput((text) -> READY.matcher(text).find());
	}

	private static String answerOf(String command) throws Exception {
		Process shell = new ProcessBuilder("sh", "-c", command).start();
		String answer = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(shell.waitFor()).isZero();
		return answer;
	}

	private static HttpResponse<String> send(String url, String header, String value, String body) throws Exception {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url));
		if (header != null) {
			request.header(header, value);
		}
		if (body != null) {
			request.header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body));
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

}
