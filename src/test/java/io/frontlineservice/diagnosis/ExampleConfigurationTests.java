package io.frontlineservice.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SignedRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** The example configuration is complete, and the service starts with it. */
class ExampleConfigurationTests {

	private static final Path EXAMPLE = Path.of("application.yml.example");

	@TempDir
	private Path directory;

	@Test
	void exampleHasExactlyTheExistingSettings() throws Exception {
		Set<String> names = new TreeSet<>();
		for (String name : ((EnumerablePropertySource<?>) example()).getPropertyNames()) {
			if (name.startsWith("frontline.")) {
				// The example has one entry of each map.
				names.add(name.replaceAll("countries\\.[0-9]+\\.", "countries.*.")
					.replaceAll("(webhook-keys|link-patterns|fields\\.attributes|quiet-hours\\.windows|blocked-words"
							+ "|stop-words|start-words|content\\.variables)\\..+", "$1.*"));
			}
		}
		Set<String> known = KnownSettings.names();
		// Deprecated.
		known.removeIf((name) -> name.startsWith("frontline.crm.file.columns."));
		// Of the adapter that the tests write.
		known.removeIf((name) -> name.startsWith("frontline.crm.address-book."));
		// The same keys as for a file.
		Predicate<String> sameAsForFiles = Pattern.compile("frontline\\.crm\\.(?!file\\.)[a-z0-9-]+\\.fields\\..+")
			.asMatchPredicate();
		known.removeIf(sameAsForFiles);
		names.removeIf(sameAsForFiles);
		assertThat(names).isEqualTo(known);
	}

	@Test
	void exampleIsAcceptedWithFilesAndSecrets() throws Exception {
		Path customers = Files.writeString(this.directory.resolve("customers.csv"), """
				customer_id,display_name,tier,customer_tier
				""");
		Path workers = Files.writeString(this.directory.resolve("workers.yml"), "[]\n");
		Path templates = Files.writeString(this.directory.resolve("templates.yml"), "[]\n");
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(example());
		environment.getPropertySources()
			.addFirst(new MapPropertySource("given",
					Map.of("TWILIO_ACCOUNT_SID", SignedRequest.ACCOUNT_SID, "TWILIO_AUTH_TOKEN", SignedRequest.TOKEN,
							"WEBHOOK_KEY_SECRET", "some-secret", "frontline.crm.file.location", customers.toString(),
							"frontline.workers.location", workers.toString(), "frontline.templates.location",
							templates.toString())));
		List<Finding> findings = SpringFactoriesLoader.forDefaultResourceLocation()
			.load(Check.class)
			.stream()
			.flatMap((check) -> check.findings(environment).stream())
			.toList();
		assertThat(findings).isEmpty();
	}

	@Test
	void variablesThatAreNotSetAreNamed() throws Exception {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
		environment.getPropertySources().addFirst(load(Files.readString(EXAMPLE)));
		assertThat(StartCheck.findings(environment)).extracting(Finding::problem)
			.anyMatch((it) -> it.endsWith("; it refers to TWILIO_ACCOUNT_SID, which is not set"))
			.anyMatch((it) -> it.endsWith("; it refers to TWILIO_AUTH_TOKEN, which is not set"))
			.noneMatch((it) -> it.contains("TWILIO_SMS_NUMBER"));
	}

	@Test
	void exampleIsAcceptedWithoutCommentedSettings() throws Exception {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources().addFirst(load(Files.readString(EXAMPLE)));
		assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
			.load(Check.class)
			.stream()
			.flatMap((check) -> check.findings(environment).stream())
			.map(Finding::key)).noneMatch((key) -> key.contains("webhook"));
	}

	/** The example, including the settings that are commented out. */
	private static PropertySource<?> example() throws Exception {
		return load(Files.readString(EXAMPLE).replaceAll("(?m)^( +)# ( *[a-z0-9-]+:( [\\$\"].*)?)$", "$1$2"));
	}

	private static PropertySource<?> load(String yaml) throws Exception {
		return new YamlPropertySourceLoader()
			.load("example", new ByteArrayResource(yaml.getBytes(StandardCharsets.UTF_8)))
			.get(0);
	}

}
