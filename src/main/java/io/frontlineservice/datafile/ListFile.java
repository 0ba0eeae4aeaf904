package io.frontlineservice.datafile;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads a JSON or YAML file with a list of objects at its top level, one object at a
 * time. Used for the worker directory, the customers and the templates. Thread-safe.
 *
 * @param <T> the record for one object
 */
public final class ListFile<T> {

	private final ObjectReader json;

	private final ObjectReader yaml;

	private ListFile(Class<T> type, @Nullable Consumer<String> unknownProperty) {
		this.json = configured(JsonMapper.builder(), unknownProperty).build().readerFor(type);
		this.yaml = configured(YAMLMapper.builder(new PlainYaml()), unknownProperty).build().readerFor(type);
	}

	/**
	 * Reads objects of that type. An unknown or duplicate property is an error.
	 */
	public static <T> ListFile<T> strict(Class<T> type) {
		return new ListFile<>(type, null);
	}

	/**
	 * Reads objects of that type. The names of unknown properties go to the consumer. A
	 * duplicate property is an error.
	 */
	public static <T> ListFile<T> tolerant(Class<T> type, Consumer<String> unknownProperty) {
		return new ListFile<>(type, unknownProperty);
	}

	private static <B extends MapperBuilder<?, B>> B configured(B builder, @Nullable Consumer<String> unknownProperty) {
		builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		// An entry is followed by the next one.
		builder.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
		if (unknownProperty != null) {
			builder.addHandler(new UnknownProperties(unknownProperty));
		}
		return builder;
	}

	/**
	 * Reads the whole file, in UTF-8.
	 * @param consumer receives each object and its position
	 * @throws BadFileException if the file is invalid
	 * @throws IOException if it cannot be read
	 */
	public void read(FileLocation location, BiConsumer<T, FilePosition> consumer) throws IOException {
		read(location, FileEncoding.UTF_8, consumer);
	}

	/**
	 * Reads the whole file in that encoding; else like
	 * {@link #read(FileLocation, BiConsumer)}.
	 */
	public void read(FileLocation location, FileEncoding encoding, BiConsumer<T, FilePosition> consumer)
			throws IOException {
		boolean asJson = location.extension().equals("json");
		ObjectReader reader = asJson ? this.json : this.yaml;
		try (Reader text = encoding.open(location); JsonParser parser = reader.createParser(text)) {
			readList(reader, parser, consumer);
		}
		catch (UnrecognizedPropertyException ex) {
			// Jackson reports the end of the object, not the property.
			throw place(location, encoding, reader, ex).error(JacksonErrorText.describe(ex));
		}
		catch (DatabindException ex) {
			throw FilePosition.of(ex.getLocation()).error(JacksonErrorText.describe(ex));
		}
		catch (JacksonException ex) {
			// The YAML parser reports an I/O error as a syntax error.
			if (NestedExceptionUtils.getRootCause(ex) instanceof IOException unreadable) {
				throw encoding.explain(unreadable, location);
			}
			throw SyntaxErrorText.of(ex, asJson ? "JSON" : "YAML");
		}
		catch (CharacterCodingException ex) {
			throw encoding.explain(ex, location);
		}
	}

	private void readList(ObjectReader reader, JsonParser parser, BiConsumer<T, FilePosition> consumer) {
		JsonToken first = parser.nextToken();
		if (first == null) {
			throw new BadFileException(1, 1, "the file is empty; an empty list is []");
		}
		if (first != JsonToken.START_ARRAY) {
			throw FilePosition.of(parser.currentTokenLocation()).error("the file must be a list at its top level");
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			FilePosition position = FilePosition.of(parser.currentTokenLocation());
			if (parser.currentToken() != JsonToken.START_OBJECT) {
				throw position.error("each entry of the list must be an object");
			}
			T entry = reader.readValue(parser);
			consumer.accept(entry, position);
		}
		if (parser.nextToken() != null) {
			throw FilePosition.of(parser.currentTokenLocation()).error("there is text after the end of the list");
		}
	}

	/**
	 * The position of the property: the last with its name before the end of the object.
	 */
	private static FilePosition place(FileLocation location, FileEncoding encoding, ObjectReader reader,
			UnrecognizedPropertyException ex) throws IOException {
		FilePosition end = FilePosition.of(ex.getLocation());
		FilePosition place = end;
		try (Reader text = encoding.open(location); JsonParser parser = reader.createParser(text)) {
			while (parser.nextToken() != null) {
				FilePosition here = FilePosition.of(parser.currentTokenLocation());
				if (end.isBefore(here)) {
					break;
				}
				if (parser.currentToken() == JsonToken.PROPERTY_NAME
						&& parser.currentName().equals(ex.getPropertyName())) {
					place = here;
				}
			}
		}
		return place;
	}

}
