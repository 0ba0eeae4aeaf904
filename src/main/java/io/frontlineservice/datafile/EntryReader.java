package io.frontlineservice.datafile;

import io.frontlineservice.datafile.ListFile.EntryConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.ObjectReader;

/**
 * Reads the entries of one file, one after the other. Called by {@link ListFile}. Not
 * thread-safe.
 *
 * @param <T> the record for one entry
 */
final class EntryReader<T> {

	private final ObjectReader reader;

	private final EntryErrors errors;

	private final boolean collects;

	private EntryReader(ObjectReader reader, EntryErrors errors, boolean collects) {
		this.reader = reader;
		this.errors = errors;
		this.collects = collects;
	}

	/** Returns a reader that adds the errors of all entries to these. */
	static <T> EntryReader<T> collecting(ObjectReader reader, EntryErrors errors) {
		return new EntryReader<>(reader.withHandler(errors), errors, true);
	}

	/** Returns a reader that throws at the first error. */
	static <T> EntryReader<T> failingFast(ObjectReader reader, EntryErrors errors) {
		return new EntryReader<>(reader, errors, false);
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
			if (this.collects) {
				collectErrors(parser, consumer);
			}
			else {
				readEntry(parser, consumer);
			}
		}
		if (parser.nextToken() != null) {
			throw FilePosition.of(parser.currentTokenLocation()).error("there is text after the end of the list");
		}
	}

	private void readEntry(JsonParser parser, EntryConsumer<T> consumer) {
		FilePosition position = FilePosition.of(parser.currentTokenLocation());
		if (parser.currentToken() != JsonToken.START_OBJECT) {
			parser.skipChildren();
			throw position.error("each entry of the list must be an object");
		}
		int before = this.errors.count();
		T entry = this.reader.readValue(parser);
		consumer.accept(entry, position, this.errors.count() > before);
	}

	/** Continues after an entry with an error, so that the next one is read as well. */
	private void collectErrors(JsonParser parser, EntryConsumer<T> consumer) {
		try {
			readEntry(parser, consumer);
		}
		catch (BadFileException ex) {
			this.errors.add(ex);
		}
		catch (DatabindException ex) {
			this.errors.add(FilePosition.of(ex.getLocation()).error(JacksonErrorText.describe(ex)));
			boolean more = true;
			while (more && parser.streamReadContext().getNestingDepth() > 1) {
				more = parser.nextToken() != null;
			}
		}
	}

}
