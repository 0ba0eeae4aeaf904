package io.frontlineservice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.RunningService;
import io.frontlineservice.ServiceProcess;
import io.frontlineservice.SignedRequest;
import io.frontlineservice.documents.Document.Mention;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The files with which operators deploy the service. */
class DeploymentFilesTests {

	private static final Path FOLDER = Path.of("src", "docs", "deploy");

	private static final String SERVICE_PORT = "8080";

	/** What {@code docker run} publishes. */
	private static final Pattern PUBLISHED = Pattern.compile(" (?:-p|--publish)[ =](\\S*:\\S+)");

	private final JsonNode services;

	private final JsonNode compose;

	private final String dockerfile = Files.readString(Path.of("Dockerfile"));

	DeploymentFilesTests() throws Exception {
		this.compose = YAMLMapper.shared().readTree(Files.readString(FOLDER.resolve("compose.yaml")));
		this.services = this.compose.path("services");
	}

	@Test
	void onlyNginxIsPublished() {
		assertThat(this.services.propertyNames()).containsExactlyInAnyOrder("frontline", "nginx");
		assertThat(service("frontline").has("ports")).isFalse();
		assertThat(texts(service("nginx").path("ports"))).containsExactly("443:443");
	}

	@Test
	void eachContainerIsLimitedAndRestarted() {
		for (Map.Entry<String, JsonNode> service : this.services.properties()) {
			JsonNode settings = service.getValue();
			assertThat(settings.path("restart").asString()).as(service.getKey()).isEqualTo("unless-stopped");
			assertThat(settings.path("read_only").asBoolean()).as(service.getKey()).isTrue();
			assertThat(texts(settings.path("security_opt"))).contains("no-new-privileges:true");
			assertThat(settings.path("mem_limit").asString()).as(service.getKey()).matches("\\d+m");
			assertThat(settings.path("pids_limit").asInt()).as(service.getKey()).isPositive();
			assertThat(settings.path("logging").path("options").has("max-size")).as(service.getKey()).isTrue();
		}
	}

	@Test
	void nginxWaitsForTheHealthCheckOfTheImage() {
		assertThat(service("nginx").path("depends_on").path("frontline").path("condition").asString())
			.isEqualTo("service_healthy");
		assertThat(this.dockerfile).contains("HEALTHCHECK ", "/actuator/health/readiness");
	}

	@Test
	void secretsAreFilesAndNotInTheEnvironment() {
		List<String> secrets = texts(service("frontline").path("secrets"));
		assertThat(secrets).containsExactly("TWILIO_AUTH_TOKEN");
		for (String secret : secrets) {
			assertThat(this.compose.path("secrets").path(secret).path("file").asString())
				.isEqualTo("./secrets/" + secret);
		}
		JsonNode environment = service("frontline").path("environment");
		assertThat(environment.path("SPRING_CONFIG_IMPORT").asString()).isEqualTo("configtree:/run/secrets/");
		assertThat(environment.propertyNames()).noneMatch((name) -> name.matches(".*(TOKEN|SECRET|PASSWORD).*"));
	}

	@Test
	void dataIsReadOnlyAndStoreIsAVolume() {
		List<String> volumes = texts(service("frontline").path("volumes"));
		assertThat(volumes).containsExactlyInAnyOrder("./data:/data:ro", "store:/store");
		assertThat(this.compose.path("volumes").has("store")).isTrue();
		assertThat(this.dockerfile).contains("VOLUME /store", "USER 10001:10001", "--gid 10001", "--uid 10001");
	}

	@Test
	void nginxForwardsToTheServiceOfTheComposeFile() throws Exception {
		assertThat(nginx()).contains("http://frontline:" + SERVICE_PORT);
		assertThat(this.dockerfile).contains("EXPOSE " + SERVICE_PORT);
		assertThat(texts(service("nginx").path("volumes"))).contains("./nginx.conf:/etc/nginx/conf.d/default.conf:ro",
				"./tls:/etc/nginx/tls:ro");
	}

	@Test
	void deploymentDocumentQuotesTheNginxFile() throws Exception {
		List<Mention> quoted = Document.read(Path.of("src/docs/deployment.md")).code("nginx");
		assertThat(quoted).extracting(Mention::text).first().isEqualTo(nginx());
	}

	@Test
	void documentsPublishPortsOnLoopbackOnly() throws Exception {
		List<String> problems = new ArrayList<>();
		for (Document document : Document.all()) {
			for (Mention mention : document.mentions(PUBLISHED)) {
				if (!mention.text().startsWith("127.0.0.1:")) {
					problems.add(mention.problem("publishes " + mention.text() + " to other machines"));
				}
			}
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void serviceStartsWithTheEnvironmentOfTheComposeFile(@TempDir Path folder) throws Exception {
		Files.writeString(folder.resolve("customers.csv"), "customer_id,display_name\n1,Ann Example\n");
		Path secrets = Files.createDirectory(folder.resolve("secrets"));
		Files.writeString(secrets.resolve("TWILIO_AUTH_TOKEN"), SignedRequest.TOKEN + "\n");
		Map<String, String> values = Map.of("FRONTLINE_PUBLIC_URL", RunningService.PUBLIC_URL, "TWILIO_ACCOUNT_SID",
				SignedRequest.ACCOUNT_SID);
		Map<String, String> environment = new HashMap<>(
				Map.of("PORT", "0", "MANAGEMENT_SERVER_PORT", "0", "FRONTLINE_TWILIO_API_URL", "http://localhost:1"));
		for (Map.Entry<String, JsonNode> setting : service("frontline").path("environment").properties()) {
			String value = setting.getValue().asString();
			environment.put(setting.getKey(), value.startsWith("${") ? values.getOrDefault(setting.getKey(), "")
					: value.replace("/run/secrets", secrets.toString()).replace("/data", folder.toString()));
		}
		try (ServiceProcess service = ServiceProcess.start(folder, environment)) {
			service.awaitOutput((text) -> text.contains("Started FrontlineIntegrationService"));
			assertThat(service.output()).contains("1 customers in use", "Started FrontlineIntegrationService");
		}
	}

	private JsonNode service(String name) {
		return this.services.path(name);
	}

	private static String nginx() throws Exception {
		return Files.readString(FOLDER.resolve("nginx.conf"));
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

}
