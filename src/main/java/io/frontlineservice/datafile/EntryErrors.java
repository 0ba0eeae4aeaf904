package io.frontlineservice.datafile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
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

	private static final FilePosition END = new FilePosition(Integer.MAX_VALUE, Integer.MAX_VALUE);

	private final List<EntryError> errors = new ArrayList<>();

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
	 * Returns the errors with their positions.
	 * @param parser reads the file once more
	 */
	List<BadFileException> locatedIn(JsonParser parser) {
		List<BadFileException> located = new ArrayList<>();
		Map<String, FilePosition> properties = new HashMap<>();
		while (located.size() < this.errors.size() && hasNext(parser)) {
			FilePosition here = FilePosition.of(parser.currentTokenLocation());
			addUntil(here, properties, located);
			if (parser.currentToken() == JsonToken.PROPERTY_NAME) {
				properties.put(parser.currentName(), here);
			}
		}
		addUntil(END, properties, located);
		return located;
	}

	/** Adds the errors whose objects end before that position. */
	private void addUntil(FilePosition here, Map<String, FilePosition> properties, List<BadFileException> located) {
		while (located.size() < this.errors.size() && this.errors.get(located.size()).end().isBefore(here)) {
			located.add(this.errors.get(located.size()).locatedAt(properties));
		}
	}

	private static boolean hasNext(JsonParser parser) {
		try {
			return parser.nextToken() != null;
		}
		catch (JacksonException ex) {
			// One of the errors says so.
			return false;
		}
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
	private record EntryError(BadFileException error, @Nullable String property, String problem, FilePosition end) {

		/** The error at the last property with that name before the end of its object. */
		BadFileException locatedAt(Map<String, FilePosition> properties) {
			FilePosition place = properties.get(this.property);
			return (this.property != null && place != null) ? place.error(this.problem) : this.error;
		}

	}

}
