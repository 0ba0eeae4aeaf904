package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.MappedCustomer;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;

/**
 * Receives the rows of a customer file in their order. Called by {@link CustomerFile}, on
 * the thread that reads the file. An error of one row does not end the reading.
 */
@FunctionalInterface
public interface RowConsumer {

	/**
	 * Receives the customer of a row that can be used.
	 * @param mapped the customer, and what was left out of its row
	 * @param position where the row starts
	 * @throws BadFileException to reject this row, for instance for an id that another
	 * row has: see {@link FilePosition#error}
	 */
	void accept(MappedCustomer mapped, FilePosition position);

	/**
	 * Receives the error of a row that cannot be used, with its position.
	 */
	default void rejected(BadFileException error) {
	}

}
