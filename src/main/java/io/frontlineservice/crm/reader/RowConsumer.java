package io.frontlineservice.crm.reader;

import io.frontlineservice.datafile.BadFileException;

/**
 * Receives the rows of a customer file in their order. Called by {@link CustomerFile} on
 * the thread that reads the file. An error of one row does not end the reading.
 */
@FunctionalInterface
public interface RowConsumer {

	/**
	 * Receives a row that can be used. Later, but in the order of the rows, the consumer
	 * adds it to the report, which it knows: with {@link LoadReport#add}, or with
	 * {@link LoadReport#addDuplicate} if a row above has the same id. Ids are not
	 * compared here, so that reading needs no memory for each row.
	 */
	void accept(CustomerFileRow row);

	/** Receives the error of a row that cannot be used; the report has it already. */
	default void rejected(BadFileException error) {
	}

}
