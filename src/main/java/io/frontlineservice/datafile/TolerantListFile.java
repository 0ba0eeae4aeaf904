package io.frontlineservice.datafile;

import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tools.jackson.core.StreamReadFeature;

/**
 * Reads a JSON or YAML file with a list of objects at its top level, once, one object at
 * a time and with constant memory. Skips unknown properties and objects with errors. Used
 * for the customers. Thread-safe.
 *
 * @param <T> the record for one object
 */
public final class TolerantListFile<T> {

	private final ListParser parser;

	/**
	 * Creates a reader of objects of that type.
	 * @param unknownProperty receives the names of unknown properties
	 */
	public TolerantListFile(Class<T> type, Consumer<String> unknownProperty) {
		this.parser = new ListParser(type, (builder) -> {
			builder.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
			builder.addHandler(new UnknownProperties(unknownProperty));
		});
	}

	/**
	 * Reads the whole file. An error in an object does not end the reading, unless it is
	 * an error of the syntax; a duplicate property is one.
	 * @param consumer receives each object without errors and its position
	 * @param errors receives the first error of each other object
	 * @throws BadFileException if the file cannot be read to its end
	 * @throws IOException if it cannot be read
	 */
	public void read(FileLocation location, FileEncoding encoding, BiConsumer<T, FilePosition> consumer,
			Consumer<BadFileException> errors) throws IOException {
		EntryReader<T> entries = EntryReader.skipping(this.parser.reader(location), errors);
		this.parser.parse(location, encoding,
				(json) -> entries.readList(json, (entry, position, damaged) -> consumer.accept(entry, position)));
	}

}
