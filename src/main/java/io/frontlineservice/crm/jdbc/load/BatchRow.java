package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.reader.CustomerFileRow;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.datafile.BadFileException;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a batch. Made by {@link BatchWriter}. Immutable.
 *
 * @param row the row
 * @param duplicate whether a row above has the same id
 * @param problem why the row was rejected; null if it was not, or is a duplicate
 */
record BatchRow(CustomerFileRow row, boolean duplicate, @Nullable String problem) {

	static BatchRow stored(CustomerFileRow row) {
		return new BatchRow(row, false, null);
	}

	static BatchRow duplicate(CustomerFileRow row) {
		return new BatchRow(row, true, null);
	}

	static BatchRow rejected(CustomerFileRow row, String problem) {
		return new BatchRow(row, false, problem);
	}

	boolean isStored() {
		return !this.duplicate && this.problem == null;
	}

	/** Whether the operator must correct it. */
	boolean isRejected() {
		return this.problem != null || (this.duplicate && !this.row.hasMadeId());
	}

	/** Adds the row to the report, and returns its error; null if it has none. */
	@Nullable BadFileException addTo(LoadReport report) {
		if (this.problem != null) {
			BadFileException error = this.row.position().error(this.problem);
			report.reject(error);
			return error;
		}
		if (this.duplicate) {
			return report.addDuplicate(this.row);
		}
		report.add(this.row);
		return null;
	}

}
