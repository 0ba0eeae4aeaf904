package io.frontlineservice.template;

import io.frontlineservice.datafile.FileText;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text as the catalogue's file has it: one text, or texts by language. Read by
 * {@link CatalogueReader}.
 *
 * @param byLanguage the texts by language tag; {@link #PLAIN} for one without a tag
 */
@JsonDeserialize(using = Wording.Deserializer.class)
record Wording(Map<String, FileText> byLanguage) {

	/** The tag of a text that is in the language of whatever it stands in. */
	static final String PLAIN = "";

	static final class Deserializer extends ValueDeserializer<Wording> {

		@Override
		public Wording deserialize(JsonParser parser, DeserializationContext context) {
			Map<String, FileText> texts = new LinkedHashMap<>();
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				texts.put(PLAIN, context.readValue(parser, FileText.class));
				return new Wording(texts);
			}
			for (String tag = parser.nextName(); tag != null; tag = parser.nextName()) {
				parser.nextToken();
				texts.put(tag, context.readValue(parser, FileText.class));
			}
			return new Wording(texts);
		}

	}

}
