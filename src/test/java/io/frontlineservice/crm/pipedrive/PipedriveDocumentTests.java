package io.frontlineservice.crm.pipedrive;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.mapping.FieldMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The settings and fields in {@code crm-pipedrive.md} are those of the adapter. */
class PipedriveDocumentTests {

	private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

	private final String document;

	PipedriveDocumentTests() throws Exception {
		this.document = Files.readString(Path.of("src/docs/crm-pipedrive.md"));
	}

	@Test
	void configurationHasNoFindings() throws Exception {
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("secrets", Map.of("PIPEDRIVE_API_TOKEN", "token")));
		List<MatchResult> blocks = YAML.matcher(this.document).results().toList();
		assertThat(blocks).hasSize(4);
		for (MatchResult block : blocks) {
			byte[] yaml = block.group(1).getBytes(StandardCharsets.UTF_8);
			environment.getPropertySources()
				.addLast(new YamlPropertySourceLoader().load("block " + block.start(), new ByteArrayResource(yaml))
					.get(0));
		}
		assertThat(new PipedriveVendor().findings(environment)).isEmpty();
	}

	@Test
	void everyDefaultFieldIsNamed() {
		try (TestPipedrive pipedrive = new TestPipedrive()) {
			assertThat(PipedriveFields.names(PipedriveFields.of(pipedrive.settings(FieldMapping.NONE))))
				.allMatch((it) -> it.equals("id") || this.document.contains("`" + it + "`"));
		}
	}

}
