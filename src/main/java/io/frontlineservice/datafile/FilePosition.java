package io.frontlineservice.datafile;

import tools.jackson.core.TokenStreamLocation;

/**
 * A position in a data file, as an editor shows it.
 *
 * @param line the line, from 1
 * @param column the column, from 1
 */
public record FilePosition(int line, int column) {

	static FilePosition of(TokenStreamLocation location) {
		return new FilePosition(Math.max(1, location.getLineNr()), Math.max(1, location.getColumnNr()));
	}

	boolean isBefore(FilePosition other) {
		return this.line < other.line || (this.line == other.line && this.column < other.column);
	}

	/** Creates an exception for this position. The reason must not quote the file. */
	public BadFileException error(String reason) {
		return new BadFileException(this.line, this.column, reason);
	}

}
