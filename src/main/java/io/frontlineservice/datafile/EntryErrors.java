package io.frontlineservice.datafile;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/**
 * Collects the errors in the entries of one file, so that the rest of an entry is still
 * read: a value of the wrong kind becomes null, and an unknown property is skipped. Used
 * by {@link ListFile}. Not thread-safe.
 */
final class EntryErrors extends DeserializationProblemHandler {

	private static final FilePosition START = new FilePosition(1, 1);

	private final List<EntryError> errors = new ArrayList<>();

	List<EntryError> errors() {
		return this.errors;
	}

	int count() {
		return this.errors.size();
	}

	void add(BadFileException error) {
		this.errors.add(new EntryError(error, null, String.valueOf(error.getMessage()), START));
	}

	@Override
	public boolean handleUnknownProperty(DeserializationContext context, JsonParser parser,
			ValueDeserializer<?> deserializer, Object bean, String name) {
		List<String> path = path(context.getParser());
		if (context.getParser().currentToken() != JsonToken.END_OBJECT) {
			path.remove(path.size() - 1);
		}
		path.add(name);
		String problem = "there is no property " + String.join(".", path);
		FilePosition end = FilePosition.of(context.getParser().currentLocation());
		this.errors.add(new EntryError(end.error(problem), name, problem, end));
		parser.skipChildren();
		return true;
	}

	@Override
	public @Nullable Object handleUnexpectedToken(DeserializationContext context, JavaType type, JsonToken token,
			JsonParser parser, String message) {
		return wrongKind(parser);
	}

	@Override
	public @Nullable Object handleMissingInstantiator(DeserializationContext context, Class<?> type,
			ValueInstantiator instantiator, @Nullable JsonParser parser, String message) {
		return wrongKind((parser != null) ? parser : context.getParser());
	}

	@Override
	public @Nullable Object handleWeirdStringValue(DeserializationContext context, Class<?> type, String value,
			String message) {
		return wrongKind(context.getParser());
	}

	private @Nullable Object wrongKind(JsonParser parser) {
		FilePosition position = FilePosition.of(parser.currentTokenLocation());
		String path = String.join(".", path(parser));
		add(position.error(
				path.isEmpty() ? "this entry cannot be read" : "the property " + path + " is not of the right kind"));
		parser.skipChildren();
		return null;
	}

	/** The names of the properties that lead to the current token. */
	private static List<String> path(JsonParser parser) {
		List<String> path = new ArrayList<>();
		for (TokenStreamContext it = parser.streamReadContext(); it != null; it = it.getParent()) {
			if (it.inObject() && it.currentName() != null) {
				path.add(0, it.currentName());
			}
		}
		return path;
	}

	/**
	 * An error in an entry.
	 *
	 * @param error the error with its position; for an unknown property, with the end of
	 * its object, because Jackson reports no other position
	 * @param property the name of the unknown property; null for any other error
	 * @param problem what is wrong
	 * @param end the end of the object
	 */
	record EntryError(BadFileException error, @Nullable String property, String problem, FilePosition end) {

		/** The error at the last property with that name before the end of its object. */
		BadFileException locatedIn(JsonParser parser) {
			FilePosition place = this.end;
			while (parser.nextToken() != null) {
				FilePosition here = FilePosition.of(parser.currentTokenLocation());
				if (this.end.isBefore(here)) {
					break;
				}
				if (parser.currentToken() == JsonToken.PROPERTY_NAME && parser.currentName().equals(this.property)) {
					place = here;
				}
			}
			return place.error(this.problem);
		}

	}

}
