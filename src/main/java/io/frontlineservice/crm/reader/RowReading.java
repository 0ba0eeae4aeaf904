package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.UnusableRecordException;
import io.frontlineservice.datafile.BadFileException;
import io.frontlineservice.datafile.FilePosition;

/**
 * One reading of a file: maps its records and passes on the rows. Created by
 * {@link CustomerFile}, called by the readers of the formats. Not thread-safe.
 */
final class RowReading {

	private final LoadReport report;

	private final RowConsumer consumer;

	RowReading(LoadReport report, RowConsumer consumer) {
		this.report = report;
		this.consumer = consumer;
	}

	LoadReport report() {
		return this.report;
	}

	/** Counts the next row. Called once for each row with any value. */
	void nextRow() {
		this.report.rows().next();
	}

	/** Maps the record of the row, and passes it on. */
	void accept(CrmRecord record, CustomerMapper mapper, FilePosition position, boolean hasMadeId) {
		CustomerFileRow row;
		try {
			row = new CustomerFileRow(mapper.map(record), position, hasMadeId);
		}
		catch (UnusableRecordException ex) {
			reject(position.error(String.valueOf(ex.getMessage())));
			return;
		}
		this.consumer.accept(row);
	}

	/** Adds the error of the row, and continues. */
	void reject(BadFileException error) {
		this.report.reject(error);
		this.consumer.rejected(error);
	}

}
