package io.frontlineservice.crm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CustomerMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ByteArrayResource;

/** The settings and columns in {@code crm-dataverse.md} are those of the adapter. */
class DataverseDocumentTests {

	private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

	private final String document;

	DataverseDocumentTests() throws Exception {
		this.document = Files.readString(Path.of("src/docs/crm-dataverse.md"));
	}

	@Test
	void configurationWithASecretHasNoFindings() throws Exception {
		assertThat(new DataverseVendor().findings(environment(0))).isEmpty();
	}

	@Test
	void configurationWithACertificateLacksOnlyItsContent() throws Exception {
		assertThat(new DataverseVendor().findings(environment(1))).extracting("key")
			.containsExactlyInAnyOrder("frontline.crm.dataverse.private-key", "frontline.crm.dataverse.certificate");
	}

	@Test
	void configurationOfFieldsHasNoFindings() throws Exception {
		assertThat(new DataverseVendor().findings(environment(0, 2))).isEmpty();
	}

	@Test
	void configurationThatActsAsWorkersHasNoFindings() throws Exception {
		assertThat(new DataverseVendor().findings(environment(0, 3))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "contacts", "accounts" })
	void everyDefaultColumnIsNamed(String table) {
		try (TestDataverse dataverse = new TestDataverse()) {
			CustomerTable customer = CustomerTable.of(dataverse.set("table", table).bound());
			assertThat(new CustomerMapper(customer.fields(), new AddressReader(null)).fieldNames())
				.allMatch((it) -> this.document.contains("`" + it + "`"));
			assertThat(customer.fields().attributes()).isNotNull()
				.allSatisfy((name, field) -> assertThat(this.document).contains("attribute `" + name + "`"));
		}
	}

	private StandardEnvironment environment(int... blocks) throws Exception {
		List<MatchResult> all = YAML.matcher(this.document).results().toList();
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("secrets",
					Map.of("DATAVERSE_TENANT_ID", "8d1c2a3b", "DATAVERSE_CLIENT_ID", "5f0d1e2c",
							"DATAVERSE_CLIENT_SECRET", "secret", "DATAVERSE_PRIVATE_KEY", "not a key",
							"DATAVERSE_CERTIFICATE", "not a certificate")));
		for (int block : blocks) {
			byte[] yaml = all.get(block).group(1).getBytes(StandardCharsets.UTF_8);
			environment.getPropertySources()
				.addLast(new YamlPropertySourceLoader().load("block " + block, new ByteArrayResource(yaml)).get(0));
		}
		return environment;
	}

}
