package io.frontlineservice.crm.mapping;

import io.frontlineservice.customer.Detail;
import io.frontlineservice.text.CleanText;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Maps the text about a customer: the configured text, or else the fields of the record.
 * Called by {@link CustomerMapper}. Thread-safe.
 */
final class DetailsMapper {

	private final List<String> fields;

	private final @Nullable String title;

	private final @Nullable FieldText text;

	DetailsMapper(FieldMapping mapping) {
		this.fields = mapping.names(CustomerField.DETAILS);
		this.title = CleanText.line(mapping.detailsTitle());
		this.text = (mapping.detailsText() != null) ? FieldText.of(mapping.detailsText()) : null;
	}

	/** The names of the fields in the configured text. */
	Stream<String> textFields() {
		return (this.text != null) ? this.text.fields().stream() : Stream.empty();
	}

	@Nullable Detail map(CrmRecord record) {
		String configured = (this.text != null) ? this.text.with(record).orElse(null) : null;
		if (configured != null) {
			return new Detail(this.title, configured);
		}
		Object written = FieldValues.first(record, this.fields);
		if (written instanceof Map<?, ?> object) {
			String ownTitle = CleanText.line(FieldValues.text(object.get("title")));
			String content = FieldValues.text(object.get("content"));
			return (ownTitle == null && content == null) ? null : new Detail(ownTitle, content);
		}
		List<String> texts = FieldValues.texts(written);
		return texts.isEmpty() ? null : new Detail(this.title, String.join("\n", texts));
	}

}
