package io.frontlineservice.crm.reader;

import io.frontlineservice.datafile.AsWritten;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;

/**
 * Reads a value of any kind: single values as {@link AsWritten} does, objects as maps and
 * lists as lists. Named by {@link CustomerRow} for properties of other names.
 */
final class NestedAsWritten extends ValueDeserializer<Object> {

	private static final AsWritten SINGLE = new AsWritten();

	@Override
	public Object deserialize(JsonParser parser, DeserializationContext context) {
		JsonToken token = parser.currentToken();
		if (token == JsonToken.START_ARRAY) {
			List<@Nullable Object> list = new ArrayList<>();
			while (parser.nextToken() != JsonToken.END_ARRAY) {
				list.add(value(parser, context));
			}
			return list;
		}
		if (token == JsonToken.START_OBJECT) {
			Map<String, @Nullable Object> object = new LinkedHashMap<>();
			while (parser.nextToken() != JsonToken.END_OBJECT) {
				String name = parser.currentName();
				parser.nextToken();
				object.put(name, value(parser, context));
			}
			return object;
		}
		return SINGLE.deserialize(parser, context);
	}

	private @Nullable Object value(JsonParser parser, DeserializationContext context) {
		return (parser.currentToken() == JsonToken.VALUE_NULL) ? null : deserialize(parser, context);
	}

}
