package io.frontlineservice.template;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import io.frontlineservice.datafile.FileText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A category as the catalogue's file has it; the smallest is a category of the answer.
 * Read by {@link CatalogueReader}.
 *
 * @param displayName what stands above the templates
 * @param language the language of its plain texts; the default one if there is none
 * @param templates the templates
 */
@JsonNaming(SnakeCaseStrategy.class)
record CategoryEntry(@Nullable LocalizedText displayName, @Nullable FileText language,
		@Nullable List<@Nullable TemplateEntry> templates) {

	/** The templates; an entry that is null is one with nothing in it. */
	List<TemplateEntry> templatesOrEmpty() {
		return (this.templates == null) ? List.of()
				: this.templates.stream().map((it) -> (it != null) ? it : TemplateEntry.EMPTY).toList();
	}

	/**
	 * A template as the file has it.
	 *
	 * @param content the message with its placeholders
	 * @param whatsAppApproved whether WhatsApp has approved it
	 * @param language the language of its plain content; the category's if there is none
	 * @param requires values without which it is left out, beside those in its content
	 * @param channels leave it out for customers who have none of these channels
	 */
	record TemplateEntry(@Nullable LocalizedText content,
			@JsonProperty("whatsAppApproved") @Nullable Boolean whatsAppApproved, @Nullable FileText language,
			@JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<FileText> requires,
			@JsonSetter(contentNulls = Nulls.FAIL) @Nullable List<FileText> channels) {

		static final TemplateEntry EMPTY = new TemplateEntry(null, null, null, null, null);

	}

}
