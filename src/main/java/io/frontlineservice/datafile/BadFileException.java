package io.frontlineservice.datafile;

/**
 * A file that people write is not what it should be. Its message says where and why, in
 * words that never quote the file, so that it may be logged.
 */
public class BadFileException extends RuntimeException {

	public BadFileException(String message) {
		super(message);
	}

	public BadFileException(int line, int column, String reason) {
		super("line " + line + ", column " + column + ": " + reason);
	}

}
