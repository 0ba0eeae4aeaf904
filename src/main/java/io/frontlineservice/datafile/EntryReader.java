package io.frontlineservice.datafile;

import io.frontlineservice.datafile.ListFile.EntryConsumer;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the entries of one file, one after the other. Called by {@link ListFile} and
 * {@link TolerantListFile}. Not thread-safe.
 *
 * @param <T> the record for one entry
 */
final class EntryReader<T> {

	private final ObjectReader reader;

	private final Consumer<BadFileException> errors;

	private final IntSupplier errorCount;

	private EntryReader(ObjectReader reader, Consumer<BadFileException> errors, IntSupplier errorCount) {
		this.reader = reader;
		this.errors = errors;
		this.errorCount = errorCount;
	}

	/** Returns a reader that adds all errors of all entries to these. */
	static <T> EntryReader<T> collecting(ObjectReader reader, EntryErrors errors) {
		return new EntryReader<>(reader.withHandler(errors), errors::add, errors::count);
	}

	/** Returns a reader that skips an entry at its first error. */
	static <T> EntryReader<T> skipping(ObjectReader reader, Consumer<BadFileException> errors) {
		return new EntryReader<>(reader, errors, () -> 0);
	}

	void readList(JsonParser parser, EntryConsumer<T> consumer) {
		JsonToken first = parser.nextToken();
		if (first == null) {
			throw new BadFileException(1, 1, "the file is empty; an empty list is []");
		}
		if (first != JsonToken.START_ARRAY) {
			throw FilePosition.of(parser.currentTokenLocation()).error("the file must be a list at its top level");
		}
		while (parser.nextToken() != JsonToken.END_ARRAY) {
			readOrSkip(parser, consumer);
		}
		if (parser.nextToken() != null) {
			throw FilePosition.of(parser.currentTokenLocation()).error("there is text after the end of the list");
		}
	}

	/** Continues after an entry with an error, so that the next one is read as well. */
	private void readOrSkip(JsonParser parser, EntryConsumer<T> consumer) {
		try {
			readEntry(parser, consumer);
		}
		catch (BadFileException ex) {
			this.errors.accept(ex);
		}
		catch (DatabindException ex) {
			this.errors.accept(FilePosition.of(ex.getLocation()).error(JacksonErrorText.describe(ex)));
			boolean more = true;
			while (more && parser.streamReadContext().getNestingDepth() > 1) {
				more = parser.nextToken() != null;
			}
		}
	}

	private void readEntry(JsonParser parser, EntryConsumer<T> consumer) {
		FilePosition position = FilePosition.of(parser.currentTokenLocation());
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			throw position.error("each entry of the list must be an object");
		}
		int before = this.errorCount.getAsInt();
		T entry = this.reader.readValue(parser);
		consumer.accept(entry, position, this.errorCount.getAsInt() > before);
	}

}
