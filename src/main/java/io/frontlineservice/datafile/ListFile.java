package io.frontlineservice.datafile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Reads a JSON or YAML file with a list of objects at its top level, one object at a
 * time. Used for the worker directory and the templates. Reports all errors of a file
 * together. Thread-safe.
 *
 * @param <T> the record for one object
 */
public final class ListFile<T> {

	private final ListParser parser;

	private ListFile(Class<T> type) {
		this.parser = new ListParser(type, (builder) -> {
		});
	}

	/** Reads objects of that type. An unknown or duplicate property is an error. */
	public static <T> ListFile<T> strict(Class<T> type) {
		return new ListFile<>(type);
	}

	/**
	 * Reads the whole file, in UTF-8.
	 * @param consumer receives each object without errors and its position
	 * @throws BadFileException if the file is invalid
	 * @throws IOException if it cannot be read
	 */
	public void read(FileLocation location, BiConsumer<T, FilePosition> consumer) throws IOException {
		readAll(location, (entry, position, damaged) -> {
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
		EntryErrors errors = new EntryErrors();
		EntryReader<T> entries = EntryReader.collecting(this.parser.reader(location), errors);
		try {
			this.parser.parse(location, FileEncoding.UTF_8,
					(parser) -> DuplicateProperties.in(parser).forEach(errors::add));
			this.parser.parse(location, FileEncoding.UTF_8, (parser) -> entries.readList(parser, consumer));
		}
		catch (BadFileException ex) {
			errors.add(ex);
		}
		if (errors.count() > 0) {
			List<BadFileException> all = new ArrayList<>();
			this.parser.parse(location, FileEncoding.UTF_8, (parser) -> all.addAll(errors.locatedIn(parser)));
			throw BadFileException.of(all);
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
