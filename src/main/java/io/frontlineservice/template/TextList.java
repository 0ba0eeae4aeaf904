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
 * A list of texts in the catalogue file. Read by {@link CatalogueReader}.
 *
 * @param texts the texts that are valid
 */
@JsonDeserialize(using = TextList.Deserializer.class)
record TextList(List<FileText> texts) {

	/** Reads a text; null if it is not a text, which the context reports. */
	static @Nullable FileText text(JsonParser parser, DeserializationContext context) {
		// Jackson would read a forgotten text as null without an error.
		return (FileText) ((parser.currentToken() != JsonToken.VALUE_NULL) ? context.readValue(parser, FileText.class)
				: context.handleUnexpectedToken(FileText.class, parser));
	}

	static final class Deserializer extends ValueDeserializer<TextList> {

		@Override
		public @Nullable TextList deserialize(JsonParser parser, DeserializationContext context) {
			if (parser.currentToken() != JsonToken.START_ARRAY) {
				return (TextList) context.handleUnexpectedToken(TextList.class, parser);
			}
			List<FileText> texts = new ArrayList<>();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				FileText text = text(parser, context);
				if (text != null) {
					texts.add(text);
				}
			}
			return new TextList(texts);
		}

	}

}
