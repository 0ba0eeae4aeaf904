package io.frontlineservice.template;

import io.frontlineservice.datafile.FileText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
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
 * @param translations the texts that are valid, each tag once
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
			List<Translation> translations = new ArrayList<>();
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				add(null, parser, context, translations);
				return new LocalizedText(translations);
			}
			boolean empty = true;
			for (String tag = parser.nextName(); tag != null; tag = parser.nextName()) {
				parser.nextToken();
				add(tag, parser, context, translations);
				empty = false;
			}
			return empty ? null : new LocalizedText(translations);
		}

		private static void add(@Nullable String tag, JsonParser parser, DeserializationContext context,
				List<Translation> translations) {
			FileText text = TextList.text(parser, context);
			boolean repeated = translations.stream().anyMatch((it) -> Objects.equals(it.tag(), tag));
			if (text != null && !repeated) {
				translations.add(new Translation(tag, text));
			}
		}

	}

}
