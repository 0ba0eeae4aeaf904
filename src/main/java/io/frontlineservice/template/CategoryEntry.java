package io.frontlineservice.template;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontlineservice.datafile.FileText;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A category as written in the catalogue file. In its simplest form it looks like a
 * category of the answer. Read by {@link CatalogueReader}.
 *
 * @param displayName the heading above the templates
 * @param language the language of its texts that name none; the default language if null
 * @param templates the templates
 */
@JsonNaming(SnakeCaseStrategy.class)
record CategoryEntry(@Nullable LocalizedText displayName, @Nullable FileText language,
		@Nullable List<@Nullable TemplateEntry> templates) {

	/**
	 * The templates. A null entry becomes an empty template, unless the category is
	 * damaged, because then the error of that entry is already reported.
	 */
	List<TemplateEntry> templatesOrEmpty(boolean damaged) {
		return (this.templates == null) ? List.of()
				: this.templates.stream()
					.filter((it) -> it != null || !damaged)
					.map((it) -> (it != null) ? it : TemplateEntry.EMPTY)
					.toList();
	}

	/**
	 * A template as written in the file.
	 *
	 * @param content the message with its placeholders
	 * @param whatsAppApproved whether WhatsApp has approved it
	 * @param contentSid the content at Twilio that WhatsApp has approved
	 * @param language the language of its content if that names none; the category's
	 * language if null
	 * @param requires values without which it is left out, in addition to those in its
	 * content
	 * @param channels customers need one of these channels, else it is left out
	 */
	record TemplateEntry(@Nullable LocalizedText content,
			@JsonProperty("whatsAppApproved") @Nullable Boolean whatsAppApproved,
			@JsonProperty("content_sid") @JsonAlias("content-sid") @Nullable LocalizedText contentSid,
			@Nullable FileText language, @Nullable TextList requires, @Nullable TextList channels) {

		static final TemplateEntry EMPTY = new TemplateEntry(null, null, null, null, null, null);

	}

}
