package io.frontlineservice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The files with which operators deploy several instances. {@code ClusterNginxTests} runs
 * the configuration of nginx.
 */
class ClusterFilesTests {

	private static final Path FOLDER = Path.of("src", "docs", "deploy");

	private static final Pattern UPSTREAM = Pattern.compile("\n  server (\\S+) max_fails=0;");

	private final JsonNode compose = read("compose-cluster.yaml").get(0);

	private final List<JsonNode> kubernetes = read("kubernetes.yaml");

	private final Set<String> settings = new HashSet<>();

	ClusterFilesTests() throws IOException {
		addSettings("", document(Path.of("application.yml.example")).get(0));
	}

	@Test
	void instancesDifferOnlyInTheirAddress() {
		Map<String, Object> first = instance("frontline-1");
		Map<String, Object> second = instance("frontline-2");
		assertThat(first.remove("networks")).isNotEqualTo(second.remove("networks"));
		assertThat(first).isEqualTo(second);
	}

	@Test
	void nginxForwardsToTheAddressesOfTheInstances() throws IOException {
		Matcher servers = UPSTREAM.matcher(Files.readString(FOLDER.resolve("nginx-cluster.conf")));
		assertThat(servers.results().map((it) -> it.group(1))).containsExactly(address("frontline-1"),
				address("frontline-2"));
		assertThat(texts(service("nginx").path("volumes")))
			.contains("./nginx-cluster.conf:/etc/nginx/conf.d/default.conf:ro");
	}

	@Test
	void onlyNginxIsPublishedAndEachContainerIsLimited() {
		for (Map.Entry<String, JsonNode> service : this.compose.path("services").properties()) {
			JsonNode settings = service.getValue();
			assertThat(settings.has("ports")).as(service.getKey()).isEqualTo(service.getKey().equals("nginx"));
			assertThat(settings.path("restart").asString()).as(service.getKey())
				.isEqualTo(service.getKey().equals("tool") ? "no" : "unless-stopped");
			assertThat(settings.path("read_only").asBoolean()).as(service.getKey()).isTrue();
			assertThat(texts(settings.path("security_opt"))).contains("no-new-privileges:true");
			assertThat(settings.path("mem_limit").asString()).as(service.getKey()).matches("\\d+m");
			assertThat(settings.path("pids_limit").asInt()).as(service.getKey()).isPositive();
			assertThat(settings.path("logging").path("options").has("max-size")).as(service.getKey()).isTrue();
		}
	}

	@Test
	void composeFileSetsSettingsThatExist() {
		JsonNode instance = service("frontline-1");
		assertSettingsExist(instance.path("environment").propertyNames());
		JsonNode password = instance.path("secrets").get(1);
		assertThat(this.settings).contains(variable(password.path("target").asString()));
		assertThat(this.compose.path("secrets").has(password.path("source").asString())).isTrue();
		assertThat(instance.path("environment").path("FRONTLINE_STORE_URL").asString())
			.isEqualTo("jdbc:postgresql://postgres/" + service("postgres").at("/environment/POSTGRES_DB").asString());
		assertThat(instance.path("environment").path("FRONTLINE_STORE_USERNAME").asString())
			.isEqualTo(service("postgres").at("/environment/POSTGRES_USER").asString());
	}

	@Test
	void manifestSetsSettingsThatExist() {
		assertSettingsExist(object("ConfigMap").path("data").propertyNames());
		assertThat(container().at("/envFrom/0/configMapRef/name").asString())
			.isEqualTo(object("ConfigMap").at("/metadata/name").asString());
		assertThat(container().has("env")).isFalse();
	}

	@Test
	void secretsOfTheManifestAreFiles() throws IOException {
		String folder = object("ConfigMap").at("/data/SPRING_CONFIG_IMPORT")
			.asString()
			.replaceAll("^configtree:|/$", "");
		JsonNode mount = container().path("volumeMounts")
			.valueStream()
			.filter((it) -> it.path("mountPath").asString().equals(folder))
			.findFirst()
			.orElseThrow();
		JsonNode volume = pod().path("volumes")
			.valueStream()
			.filter((it) -> it.path("name").equals(mount.path("name")))
			.findFirst()
			.orElseThrow();
		String secret = volume.at("/secret/secretName").asString();
		assertThat(Files.readString(Path.of("src/docs/deployment.md"))).contains(
				"kubectl create secret generic " + secret + " ", "--from-file=TWILIO_AUTH_TOKEN=",
				"--from-file=frontline.store.password=");
	}

	@Test
	void probesAskTheManagementPort() throws IOException {
		assertThat(Files.readString(Path.of("Dockerfile"))).contains("EXPOSE 8080 8081");
		assertThat(container().path("ports").toString()).contains("{\"name\":\"callbacks\",\"containerPort\":8080}",
				"{\"name\":\"management\",\"containerPort\":8081}");
		for (String probe : List.of("startup", "liveness", "readiness")) {
			JsonNode request = container().at("/" + probe + "Probe/httpGet");
			assertThat(request.path("port").asString()).isEqualTo("management");
			assertThat(request.path("path").asString())
				.isEqualTo("/actuator/health/" + probe.replace("startup", "liveness"));
		}
	}

	/** Longer than the shutdown of the web server and the work together. */
	@Test
	void instancesHaveTimeToShutDown() throws IOException {
		JsonNode defaults = document(Path.of("src/main/resources/application.yml")).get(0);
		int phase = Integer
			.parseInt(defaults.at("/spring/lifecycle.timeout-per-shutdown-phase").asString().replace("s", ""));
		JsonNode pause = container().at("/lifecycle/preStop/exec/command");
		assertThat(texts(pause).get(0)).isEqualTo("sleep");
		assertThat(pod().path("terminationGracePeriodSeconds").asInt()).isGreaterThan(pause.get(1).asInt() + 2 * phase);
		int stop = Integer.parseInt(service("frontline-1").path("stop_grace_period").asString().replace("s", ""));
		assertThat(stop).isGreaterThan(2 * phase);
	}

	@Test
	void oneInstanceIsAlwaysThere() {
		JsonNode deployment = object("Deployment");
		assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
		assertThat(deployment.at("/spec/strategy/rollingUpdate/maxUnavailable").asInt(-1)).isZero();
		assertThat(object("PodDisruptionBudget").at("/spec/minAvailable").asInt()).isEqualTo(1);
		JsonNode labels = deployment.at("/spec/template/metadata/labels");
		assertThat(object("PodDisruptionBudget").at("/spec/selector/matchLabels")).isEqualTo(labels);
		assertThat(object("Service").at("/spec/selector")).isEqualTo(labels);
		assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
	}

	@Test
	void podHasTheRightsOfTheImage() throws IOException {
		assertThat(Files.readString(Path.of("Dockerfile"))).contains("USER 10001:10001");
		assertThat(pod().at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
		assertThat(pod().at("/securityContext/fsGroup").asInt()).isEqualTo(10001);
		JsonNode security = container().path("securityContext");
		assertThat(security.path("readOnlyRootFilesystem").asBoolean()).isTrue();
		assertThat(security.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
		assertThat(texts(security.at("/capabilities/drop"))).containsExactly("ALL");
		assertThat(container().path("volumeMounts").valueStream().map((it) -> it.path("mountPath").asString()))
			.contains("/tmp");
	}

	private void assertSettingsExist(Iterable<String> variables) {
		assertThat(StreamSupport.stream(variables.spliterator(), false).filter((it) -> it.startsWith("FRONTLINE_")))
			.isNotEmpty()
			.allSatisfy((it) -> assertThat(this.settings).contains(it));
	}

	private void addSettings(String prefix, JsonNode settings) {
		settings.properties().forEach((setting) -> {
			String name = prefix + setting.getKey();
			this.settings.add(variable(name));
			addSettings(name + ".", setting.getValue());
		});
	}

	private static String variable(String setting) {
		return setting.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
	}

	private Map<String, Object> instance(String name) {
		Map<String, Object> instance = new HashMap<>();
		service(name).properties().forEach((it) -> instance.put(it.getKey(), it.getValue()));
		return instance;
	}

	private String address(String name) {
		return service(name).at("/networks/default/ipv4_address").asString() + ":8080";
	}

	private JsonNode service(String name) {
		return this.compose.path("services").path(name);
	}

	private JsonNode object(String kind) {
		return this.kubernetes.stream()
			.filter((it) -> it.path("kind").asString().equals(kind))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode pod() {
		return object("Deployment").at("/spec/template/spec");
	}

	private JsonNode container() {
		return pod().path("containers").get(0);
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::asString).toList();
	}

	private static List<JsonNode> read(String file) {
		try {
			return document(FOLDER.resolve(file));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** SnakeYAML resolves anchors and merges. */
	private static List<JsonNode> document(Path file) throws IOException {
		List<JsonNode> documents = new ArrayList<>();
		for (Object document : new Yaml().loadAll(Files.readString(file))) {
			documents.add(JsonMapper.shared().valueToTree(document));
		}
		return documents;
	}

}
