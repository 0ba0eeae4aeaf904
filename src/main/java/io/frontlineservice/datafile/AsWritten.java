package io.frontlineservice.datafile;

import java.util.List;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a value of a data file as it is written: a boolean as a boolean, numbers and
 * strings by their characters, so that 1.10 does not become 1.1. An object or a list
 * becomes an empty list. Used by records with values of any type.
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
