package io.frontlineservice.crm.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.FieldMapping;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The settings and fields in {@code crm-airtable.md} are those of the adapter. */
class AirtableDocumentTests {

	private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

	private final String document;

	AirtableDocumentTests() throws Exception {
		this.document = Files.readString(Path.of("src/docs/crm-airtable.md"));
	}

	@Test
	void configurationsHaveNoFindings() throws Exception {
		StandardEnvironment environment = environment();
		assertThat(new AirtableVendor().findings(environment)).isEmpty();
		Binder binder = Binder.get(environment);
		AirtableSettings settings = binder.bindOrCreate(AirtableSettings.PREFIX, AirtableSettings.class);
		assertThat(settings.view()).isEqualTo("Frontline");
		assertThat(settings.collaborators()).hasSize(2);
		assertThat(binder.bindOrCreate(AirtableCopySettings.PREFIX, AirtableCopySettings.class).enabled()).isTrue();
	}

	@Test
	void everyDefaultFieldIsNamed() {
		try (TestAirtable airtable = new TestAirtable()) {
			FieldMapping fields = AirtableFields.of(airtable.settings(FieldMapping.NONE));
			for (CustomerField field : CustomerField.values()) {
				if (field != CustomerField.CUSTOMER_ID && !fields.names(field).isEmpty()) {
					assertThat(this.document)
						.contains("| `" + field.key() + "` | `" + String.join("`, `", fields.names(field)) + "`");
				}
			}
		}
	}

	private StandardEnvironment environment() throws Exception {
		List<MatchResult> blocks = YAML.matcher(this.document).results().toList();
		assertThat(blocks).hasSize(3);
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("secrets", Map.of("AIRTABLE_ACCESS_TOKEN", "pat1.2")));
		for (MatchResult block : blocks) {
			byte[] yaml = block.group(1).getBytes(StandardCharsets.UTF_8);
			environment.getPropertySources()
				.addLast(new YamlPropertySourceLoader().load("block " + block.start(), new ByteArrayResource(yaml))
					.get(0));
		}
		return environment;
	}

}
