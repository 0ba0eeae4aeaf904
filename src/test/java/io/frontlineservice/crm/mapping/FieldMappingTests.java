package io.frontlineservice.crm.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestEnvironment;
import io.frontlineservice.diagnosis.Finding;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

/** Fields as they are configured, completed by the defaults of an adapter. */
class FieldMappingTests {

	private static final String PREFIX = "frontline.crm.example.fields";

	private static final FieldMapping DEFAULTS = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"),
			CustomerField.PHONE, List.of("mobilephone", "phone"), CustomerField.WHATSAPP, List.of("whatsapp")));

	@Test
	void settingsGoBeforeTheDefaultsOfTheAdapter() {
		FieldMapping fields = bound(PREFIX + ".phone", "main, home", PREFIX + ".whatsapp", "").orElse(DEFAULTS);
		assertThat(fields.names(CustomerField.CUSTOMER_ID)).containsExactly("id");
		assertThat(fields.names(CustomerField.PHONE)).containsExactly("main", "home");
		assertThat(fields.names(CustomerField.WHATSAPP)).isEmpty();
		assertThat(fields.names(CustomerField.CHAT)).isEmpty();
	}

	@Test
	void everyFieldIsBoundAtItsKey() {
		for (CustomerField field : CustomerField.values()) {
			assertThat(bound(PREFIX + "." + field.key() + "[0]", "a, b").names(field)).as(field.key())
				.containsExactly("a, b");
		}
	}

	@Test
	void attributesAndLinkPatternsAreBoundByName() {
		FieldMapping fields = bound(PREFIX + ".attributes.tier", "tier__c", PREFIX + ".link-patterns.crm",
				"https://crm.example/{{id}}");
		assertThat(fields.attributes()).isEqualTo(Map.of("tier", "tier__c"));
		assertThat(fields.linkPatterns()).isEqualTo(Map.of("crm", "https://crm.example/{{id}}"));
		assertThat(fields.findings(PREFIX)).isEmpty();
	}

	@Test
	void textsWithWrongBracesAreFoundWithTheirSettings() {
		FieldMapping fields = bound(PREFIX + ".link-patterns.crm", "https://crm.example/{{id}",
				PREFIX + ".details-text", "{tier}");
		assertThat(fields.findings(PREFIX)).extracting(Finding::key)
			.containsExactlyInAnyOrder(PREFIX + ".link-patterns.crm", PREFIX + ".details-text");
	}

	private static FieldMapping bound(String... settings) {
		return Binder.get(TestEnvironment.of(settings)).bindOrCreate(PREFIX, FieldMapping.class);
	}

}
