package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.SavedInputs;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.text.BadTemplateException;
import io.frontlineservice.text.MessageTemplate;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;

/**
 * Renders any text as a template. The input is the template, then lines with the name,
 * company, language and attribute of the customer.
 */
class MessageFuzzTests {

	private static final String[] EMPTY = {};

	@ParameterizedTest
	@ArgumentsSource(SavedInputs.class)
	void textIsRefusedOrRenderedWithoutGapsAndBraces(byte[] input) {
		String[] parts = new String(input, StandardCharsets.UTF_8).split("\n---\n", 2);
		MessageTemplate template;
		try {
			template = MessageTemplate.parse(parts[0], TemplateValue.VOCABULARY);
		}
		catch (BadTemplateException ex) {
			assertThat(ex.getMessage()).isNotBlank();
			return;
		}
		assertThat(template.names()).allMatch(TemplateValue.VOCABULARY::has);
		String[] values = (parts.length == 2) ? parts[1].split("\n") : EMPTY;
		examine(template, parts[0], TestContexts.contextFor(customer(values)));
		examine(template, parts[0],
				new MessageContext(TestContexts.worker(null, null), null, TestContexts.NOON, TestContexts.DEFAULTS));
	}

	private static void examine(MessageTemplate template, String text, MessageContext context) {
		for (Locale language : List.of(Locale.ENGLISH, context.language())) {
			Map<String, Object> values = new HashMap<>();
			template.names().forEach((name) -> values.put(name, context.value(name, language)));
			template.names().forEach((name) -> context.hasValue(name, language));
			template.render(values::get).ifPresent((message) -> examine(message, text, values));
		}
	}

	private static void examine(String message, String text, Map<String, Object> values) {
		int longest = values.values().stream().mapToInt((value) -> String.valueOf(value).length()).max().orElse(0);
		assertThat(message).isNotBlank().isEqualTo(message.strip());
		assertThat(message.length()).isLessThanOrEqualTo(text.length() * (1 + longest));
		assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message)).isTrue();
		if (values.values().stream().noneMatch((value) -> String.valueOf(value).contains("{"))) {
			assertThat(message).doesNotContain("{{");
		}
	}

	private static CrmCustomer customer(String[] values) {
		Map<String, Object> attributes = new HashMap<>();
		attribute(values).ifPresent((value) -> attributes.put("x", value));
		return TestContexts.customer(value(values, 0).orElse("Lina Berg"), value(values, 1).orElse(null),
				value(values, 2).orElse(null), attributes);
	}

	private static Optional<Object> attribute(String[] values) {
		return value(values, 3).map((value) -> value.equals("false") ? (Object) false : value);
	}

	private static Optional<String> value(String[] values, int index) {
		return (index < values.length) ? Optional.of(values[index]).filter((value) -> !value.isEmpty())
				: Optional.empty();
	}

}
