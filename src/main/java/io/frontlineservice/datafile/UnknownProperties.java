package io.frontlineservice.datafile;

import java.util.function.Consumer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;

/**
 * Reports a property that the record does not have, and skips it. Used by
 * {@link ListFile} for files that may contain more than is needed.
 */
final class UnknownProperties extends DeserializationProblemHandler {

	private final Consumer<String> names;

	UnknownProperties(Consumer<String> names) {
		this.names = names;
	}

	@Override
	public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
			ValueDeserializer<?> deserializer, Object bean, String name) {
		this.names.accept(name);
		parser.skipChildren();
		return true;
	}

}
