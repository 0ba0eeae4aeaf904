package io.frontlineservice.crm.salesforce;

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

/** The settings and fields in {@code crm-salesforce.md} are those of the adapter. */
class SalesforceDocumentTests {

	private static final Pattern YAML = Pattern.compile("(?s)```yaml\n(.*?)```");

	private final String document;

	SalesforceDocumentTests() throws Exception {
		this.document = Files.readString(Path.of("src/docs/crm-salesforce.md"));
	}

	@Test
	void configurationWithASecretHasNoFindings() throws Exception {
		assertThat(new SalesforceVendor().findings(environment(0))).isEmpty();
	}

	@Test
	void configurationWithAKeyLacksOnlyTheKey() throws Exception {
		assertThat(new SalesforceVendor().findings(environment(1))).singleElement()
			.satisfies((it) -> assertThat(it.key()).isEqualTo("frontline.crm.salesforce.private-key"));
	}

	@Test
	void configurationWithARefreshTokenHasNoFindings() throws Exception {
		assertThat(new SalesforceVendor().findings(environment(2))).isEmpty();
	}

	@Test
	void configurationOfFieldsHasNoFindings() throws Exception {
		assertThat(new SalesforceVendor().findings(environment(0, 3))).isEmpty();
	}

	@Test
	void configurationThatActsAsWorkersLacksOnlyTheKey() throws Exception {
		assertThat(new SalesforceVendor().findings(environment(1, 4))).singleElement()
			.satisfies((it) -> assertThat(it.key()).isEqualTo("frontline.crm.salesforce.private-key"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Contact", "Lead", "Account" })
	void everyDefaultFieldIsNamed(String object) {
		try (TestSalesforce salesforce = new TestSalesforce()) {
			CustomerObject customer = CustomerObject.of(salesforce.set("object", object).bound());
			assertThat(new CustomerMapper(customer.fields(), new AddressReader(null)).fieldNames())
				.allMatch((it) -> it.equals("Id") || this.document.contains("`" + it + "`"));
			assertThat(customer.fields().attributes()).isNotNull()
				.allSatisfy((name, field) -> assertThat(this.document).contains("attribute `" + name + "`"));
		}
	}

	private StandardEnvironment environment(int... blocks) throws Exception {
		List<MatchResult> all = YAML.matcher(this.document).results().toList();
		StandardEnvironment environment = new StandardEnvironment();
		environment.getPropertySources()
			.addFirst(new MapPropertySource("secrets", Map.of("SALESFORCE_CLIENT_ID", "key", "SALESFORCE_CLIENT_SECRET",
					"secret", "SALESFORCE_PRIVATE_KEY", "not a key", "SALESFORCE_REFRESH_TOKEN", "token")));
		for (int block : blocks) {
			byte[] yaml = all.get(block).group(1).getBytes(StandardCharsets.UTF_8);
			environment.getPropertySources()
				.addLast(new YamlPropertySourceLoader().load("block " + block, new ByteArrayResource(yaml)).get(0));
		}
		return environment;
	}

}
