package io.frontlineservice.datafile;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a value of a file that people write as it stands there: a boolean as one, numbers
 * and texts by their characters, so that 1.10 does not become 1.1. An object or a list
 * becomes an empty list. Named by the records whose values may be of any kind.
 */
public final class AsWritten extends ValueDeserializer<Object> {

	@Override
	public Object deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token.isStructStart()) {
			parser.skipChildren();
			return List.of();
		}
		return token.isBoolean() ? (Object) parser.getBooleanValue() : parser.getString();
	}

}
