package io.frontlineservice.crm.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The settings in {@code crm-rest.md} are those of the adapter. */
class RestDocumentTests {

	private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

	private final String document;

	RestDocumentTests() throws Exception {
		this.document = Files.readString(Path.of("src/docs/crm-rest.md"));
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 2, 3 })
	void exampleHasNoFindings(int example) throws Exception {
		assertThat(findings(example)).isEmpty();
	}

	@Test
	void thereAreNoFurtherExamples() {
		assertThat(YAML.matcher(this.document).results()).hasSize(4);
	}

	@ParameterizedTest
	@EnumSource
	void everyPlaceholderIsExplained(Placeholder placeholder) {
		assertThat(this.document).contains("`{" + placeholder.key() + "}`");
	}

	private List<Finding> findings(int example) throws Exception {
		List<MatchResult> all = YAML.matcher(this.document).results().toList();
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("secrets", Map.of("CRM_TOKEN", "token", "CRM_PASSWORD", "password",
					"CRM_CLIENT_ID", "id", "CRM_CLIENT_SECRET", "secret")));
		byte[] yaml = all.get(example).group(1).getBytes(StandardCharsets.UTF_8);
		environment.getPropertySources()
			.addLast(new YamlPropertySourceLoader().load("example", new ByteArrayResource(yaml)).get(0));
		return new RestVendor().findings(environment);
	}

}
