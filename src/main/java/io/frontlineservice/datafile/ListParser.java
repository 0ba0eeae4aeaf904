package io.frontlineservice.datafile;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.util.function.Consumer;
import org.springframework.core.NestedExceptionUtils;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.MapperBuilder;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Parses a JSON or YAML file, and explains why it cannot be parsed. Used by
 * {@link ListFile} and {@link TolerantListFile}. Thread-safe.
 */
final class ListParser {

	private final ObjectReader json;

	private final ObjectReader yaml;

	/** Creates a parser for objects of that type. */
	ListParser(Class<?> type, Consumer<MapperBuilder<?, ?>> customizer) {
		this.json = configured(JsonMapper.builder(), customizer).build().readerFor(type);
		this.yaml = configured(YAMLMapper.builder(new PlainYaml()), customizer).build().readerFor(type);
	}

	private static <B extends MapperBuilder<?, B>> B configured(B builder, Consumer<MapperBuilder<?, ?>> customizer) {
		builder.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
		// An entry is followed by the next one.
		builder.disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		customizer.accept(builder);
		return builder;
	}

	/** The reader of single objects of that file. */
	ObjectReader reader(FileLocation location) {
		return isJson(location) ? this.json : this.yaml;
	}

	/**
	 * Opens the file, and passes its parser to the consumer.
	 * @throws BadFileException if the file is not valid
	 * @throws IOException if it cannot be read
	 */
	void parse(FileLocation location, FileEncoding encoding, Consumer<JsonParser> parsing) throws IOException {
		try (Reader text = encoding.open(location); JsonParser parser = reader(location).createParser(text)) {
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
			throw SyntaxErrorText.of(ex, isJson(location) ? "JSON" : "YAML");
		}
		catch (CharacterCodingException ex) {
			throw encoding.explain(ex, location);
		}
	}

	private static boolean isJson(FileLocation location) {
		return location.extension().equals("json");
	}

}
