package io.frontlineservice.crm.mapping;

import io.frontlineservice.text.MessageTemplate;
import io.frontlineservice.text.Vocabulary;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/**
 * A configured text with fields in double braces. Used by {@link CustomerMapper}.
 * Immutable, thread-safe.
 */
final class FieldText {

	/** Any field may be named: which fields a CRM has, only the CRM knows. */
	private static final Vocabulary ANY_FIELD = new Vocabulary(List.of(), "");

	private final MessageTemplate template;

	private FieldText(MessageTemplate template) {
		this.template = template;
	}

	/**
	 * Reads a text.
	 * @throws io.frontlineservice.text.BadTemplateException if its braces are wrong
	 */
	static FieldText of(String text) {
		return new FieldText(MessageTemplate.parse(text, ANY_FIELD));
	}

	/** The names of the fields in the text. */
	Set<String> fields() {
		return this.template.names();
	}

	/** The text with its values; empty if a value is missing. */
	Optional<String> with(CrmRecord record) {
		return this.template.render((field) -> value(record, field));
	}

	/** The same with its values escaped, so that each stays one part of a URL. */
	Optional<String> asUrl(CrmRecord record) {
		return this.template.render((field) -> {
			Object value = value(record, field);
			return (value instanceof String text) ? UriUtils.encode(text, StandardCharsets.UTF_8) : value;
		});
	}

	/** A boolean, which opens and closes sections, or a text. */
	private static @Nullable Object value(CrmRecord record, String field) {
		Object value = record.value(field);
		if (value instanceof Boolean) {
			return value;
		}
		List<String> texts = FieldValues.texts(value);
		return texts.isEmpty() ? null : String.join(", ", texts);
	}

}
