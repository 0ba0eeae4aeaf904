package io.frontlineservice.datafile;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.MapperBuilder;
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

	private final boolean strict;

	private ListFile(Class<T> type, @Nullable Consumer<String> unknownProperty) {
		this.strict = unknownProperty == null;
		this.json = configured(JsonMapper.builder(), unknownProperty).build().readerFor(type);
		this.yaml = configured(YAMLMapper.builder(new PlainYaml()), unknownProperty).build().readerFor(type);
	}

	/**
	 * Reads objects of that type. An unknown or duplicate property is an error. All
	 * errors of a file are reported together.
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
		if (unknownProperty != null) {
			builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
			builder.addHandler(new UnknownProperties(unknownProperty));
		}
		return builder;
	}

	/**
	 * Reads the whole file, in UTF-8.
	 * @param consumer receives each object without errors and its position
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
		readAll(location, encoding, (entry, position, damaged) -> {
			if (!damaged) {
				consumer.accept(entry, position);
			}
		});
	}

	/**
	 * Reads the whole file, including objects with errors, so that the consumer finds
	 * further errors in them; else like {@link #read(FileLocation, BiConsumer)}.
	 */
	public void readAll(FileLocation location, EntryConsumer<T> consumer) throws IOException {
		readAll(location, FileEncoding.UTF_8, consumer);
	}

	private void readAll(FileLocation location, FileEncoding encoding, EntryConsumer<T> consumer) throws IOException {
		EntryErrors errors = new EntryErrors();
		ObjectReader reader = location.extension().equals("json") ? this.json : this.yaml;
		try {
			if (this.strict) {
				parse(location, encoding, reader, (parser) -> DuplicateProperties.in(parser).forEach(errors::add));
			}
			EntryReader<T> entries = this.strict ? EntryReader.collecting(reader, errors)
					: EntryReader.failingFast(reader, errors);
			parse(location, encoding, reader, (parser) -> entries.readList(parser, consumer));
		}
		catch (BadFileException ex) {
			errors.add(ex);
		}
		if (errors.count() > 0) {
			List<BadFileException> all = new ArrayList<>();
			parse(location, encoding, reader, (parser) -> all.addAll(errors.locatedIn(parser)));
			throw BadFileException.of(all);
		}
	}

	private static void parse(FileLocation location, FileEncoding encoding, ObjectReader reader,
			Consumer<JsonParser> parsing) throws IOException {
		try (Reader text = encoding.open(location); JsonParser parser = reader.createParser(text)) {
			parsing.accept(parser);
		}
		catch (DatabindException ex) {
			throw FilePosition.of(ex.getLocation()).error(JacksonErrorText.describe(ex));
		}
		catch (JacksonException ex) {
			// The YAML parser reports an I/O error as a syntax error.
			if (NestedExceptionUtils.getRootCause(ex) instanceof IOException unreadable) {
				throw encoding.explain(unreadable, location);
			}
			throw SyntaxErrorText.of(ex, location.extension().equals("json") ? "JSON" : "YAML");
		}
		catch (CharacterCodingException ex) {
			throw encoding.explain(ex, location);
		}
	}

	/**
	 * Receives the entries of a file.
	 *
	 * @param <T> the record for one object
	 */
	@FunctionalInterface
	public interface EntryConsumer<T> {

		/**
		 * Receives an entry.
		 * @param damaged whether the entry has errors that are already reported; what
		 * these concern is missing in it
		 */
		void accept(T entry, FilePosition position, boolean damaged);

	}

}
