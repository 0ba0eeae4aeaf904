package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.documents.Document;
import io.frontlineservice.documents.Document.Mention;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Settings that the documents name, as properties, in YAML and as environment variables.
 */
class DocumentedSettingsTests {

	/** Not hosts such as frontline.example.com, and not files such as frontline.db. */
	private static final Pattern PROPERTY = Pattern.compile(
			"(?<![\\w/.@$…]|\\w-)((?:frontline\\.(?!example\\b|db\\b|env\\b)|sandbox\\.|(?:server|management|spring)"
					+ "\\.[a-z-]+\\.)[a-z][a-zA-Z0-9.-]*[a-zA-Z0-9])");

	private static final Pattern VARIABLE = Pattern
		.compile("\\b((?:FRONTLINE|SANDBOX|SERVER|MANAGEMENT|SPRING|TWILIO)(?:_[A-Z0-9]+)++)(?!\\w)");

	private static final Pattern OURS = Pattern.compile("(?:frontline|FRONTLINE)[._].*");

	private final Set<String> settings = settings();

	private final String defaults = Files.readString(Path.of("src/main/resources/application.yml"));

	DocumentedSettingsTests() throws IOException {
	}

	@Test
	void everySettingExists() throws Exception {
		List<String> problems = new ArrayList<>();
		for (Document document : Document.all()) {
			problems.addAll(problems(document));
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void settingThatDoesNotExistIsReported() throws Exception {
		Document document = Document.of(Path.of("made-up.md"), """
				`frontline.routing.pool`, `frontline.routing`, `frontline.senders.countries.44.sms`
				`frontline.routing.pol`, https://frontline.example.com/, data/frontline.db
				`frontline.senders.countries.44.smss`, `frontline.twilio.webhook-keys.<key id>`
				`server.tomcat.connection-timeout`, `server.tomcat.connection-timeouts`
				--sandbox.target.auth-token=1 --sandbox.target.auth-tokens=1
				PORT, TWILIO_AUTH_TOKEN, `TWILIO_AUTH_TOKENS`
				FRONTLINE_SENDERS_COUNTRIES_44_SMS, FRONTLINE_SENDERS_COUNTRIES_44_SMSS
				MANAGEMENT_SERVER_PORT, MANAGEMENT_SERVER_PORTS, FRONTLINE_TWILIO_WEBHOOK_KEYS_ and the id
				```yaml
				frontline.routing:
				  pool: north
				  pools: north
				```
				""");
		assertThat(problems(document)).extracting((it) -> it.replaceFirst("made-up.md:(.*) is not a setting", "$1"))
			.containsExactlyInAnyOrder("2: frontline.routing.pol", "3: frontline.senders.countries.44.smss",
					"4: server.tomcat.connection-timeouts", "5: sandbox.target.auth-tokens", "6: TWILIO_AUTH_TOKENS",
					"7: FRONTLINE_SENDERS_COUNTRIES_44_SMSS", "8: MANAGEMENT_SERVER_PORTS",
					"10: frontline.routing.pools");
	}

	private List<String> problems(Document document) throws IOException {
		List<Mention> mentions = new ArrayList<>(document.mentions(PROPERTY));
		mentions.addAll(document.mentions(VARIABLE));
		for (Mention block : document.code("yaml")) {
			for (String name : names(block.text())) {
				if (PROPERTY.matcher(name).matches()) {
					mentions.add(new Mention(document, block.line(), name));
				}
			}
		}
		return mentions.stream()
			.filter((mention) -> !isSetting(mention.text()))
			.map((mention) -> mention.problem(mention.text() + " is not a setting"))
			.toList();
	}

	private boolean isSetting(String name) {
		if (name.startsWith("TWILIO_")) {
			return this.defaults.contains("${" + name + ":}");
		}
		if (OURS.matcher(name).matches()) {
			return isGroup(name, KnownSettings.names()) || isOurs(name);
		}
		return isGroup(name, this.settings)
				|| this.settings.stream().anyMatch((it) -> lettersAndDigits(it).equals(lettersAndDigits(name)));
	}

	/** The name above others, such as {@code frontline.routing}. */
	private static boolean isGroup(String name, Set<String> settings) {
		return settings.stream().anyMatch((it) -> it.startsWith(name + "."));
	}

	/** What the service itself does when it starts with this setting. */
	private static boolean isOurs(String name) {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(new MapPropertySource("documented", Map.of(name, "value")));
		return new UnknownSettingsCheck().findings(environment)
			.stream()
			.noneMatch((finding) -> finding.key().equals(name));
	}

	private static String lettersAndDigits(String name) {
		return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
	}

	private static List<String> names(String yaml) throws IOException {
		List<String> names = new ArrayList<>();
		for (PropertySource<?> source : new YamlPropertySourceLoader().load("documented",
				new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))) {
			names.addAll(List.of(((EnumerablePropertySource<?>) source).getPropertyNames()));
		}
		return names;
	}

	/** The settings of Spring Boot and of the sandbox. */
	private static Set<String> settings() throws IOException {
		Set<String> names = new TreeSet<>();
		for (String metadata : List.of("META-INF/spring-configuration-metadata.json",
				"META-INF/additional-spring-configuration-metadata.json")) {
			ClassLoader loader = DocumentedSettingsTests.class.getClassLoader();
			for (URL url : Collections.list(loader.getResources(metadata))) {
				try (InputStream stream = url.openStream()) {
					for (JsonNode property : JsonMapper.shared().readTree(stream).path("properties")) {
						names.add(property.path("name").asString(""));
					}
				}
			}
		}
		return names;
	}

}
