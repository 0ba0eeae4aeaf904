package io.frontlineservice.datafile;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A text of a data file and its position, for checks that run after the file was read.
 *
 * @param text the text
 * @param position where it starts
 */
@JsonDeserialize(using = FileText.Deserializer.class)
public record FileText(String text, FilePosition position) {

	/** Creates an exception for this text. The reason must not quote the file. */
	public BadFileException error(String reason) {
		return this.position.error(reason);
	}

	static final class Deserializer extends ValueDeserializer<FileText> {

		@Override
		public FileText deserialize(JsonParser parser, DeserializationContext context) {
			FilePosition position = FilePosition.of(parser.currentTokenLocation());
			String text = parser.currentToken().isScalarValue() ? parser.getValueAsString() : null;
			if (text == null) {
				return (FileText) context.handleUnexpectedToken(FileText.class, parser);
			}
			return new FileText(text, position);
		}

	}

}
