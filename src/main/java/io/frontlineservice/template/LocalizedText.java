package io.frontlineservice.template;

import io.frontlineservice.datafile.FileText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text in the catalogue file: a single text, or texts by language. Read by
 * {@link CatalogueReader}.
 *
 * @param translations the texts, at least one
 */
@JsonDeserialize(using = LocalizedText.Deserializer.class)
record LocalizedText(List<Translation> translations) {

	/**
	 * The text in one language.
	 *
	 * @param tag the language as written in the file; null for the language of the
	 * enclosing entry
	 * @param text the text
	 */
	record Translation(@Nullable String tag, FileText text) {

	}

	static final class Deserializer extends ValueDeserializer<LocalizedText> {

		@Override
		public @Nullable LocalizedText deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				return new LocalizedText(List.of(new Translation(null, text(parser, context))));
			}
			List<Translation> translations = new ArrayList<>();
			for (String tag = parser.nextName(); tag != null; tag = parser.nextName()) {
				parser.nextToken();
				translations.add(new Translation(tag, text(parser, context)));
			}
			return translations.isEmpty() ? null : new LocalizedText(translations);
		}

		private static FileText text(JsonParser parser, DeserializationContext context) {
			// Jackson would read a forgotten text as null without an error.
			return (FileText) ((parser.currentToken() != JsonToken.VALUE_NULL)
					? context.readValue(parser, FileText.class)
					: context.handleUnexpectedToken(FileText.class, parser));
		}

	}

}
