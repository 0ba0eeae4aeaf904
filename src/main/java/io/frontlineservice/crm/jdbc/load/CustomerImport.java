package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.jdbc.database.SqlFailure;
import io.frontlineservice.crm.jdbc.load.BatchWriter.BatchResult;
import io.frontlineservice.crm.jdbc.managed.CustomerWriter;
import io.frontlineservice.crm.reader.CustomerFileRow;
import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.crm.reader.RowConsumer;
import io.frontlineservice.datafile.BadFileException;
import java.sql.Connection;
import java.sql.SQLException;

/**
 * One import of a file: skips the rows that are done, and writes the others in batches.
 * Created by {@link FileImport}, called for each row of the file. Not thread-safe.
 */
final class CustomerImport implements RowConsumer {

	private final BatchWriter writer;

	private final LoadReport report;

	private final ImportLog log;

	private final ImportBatch batch = new ImportBatch();

	private final long skipped;

	private ImportRecord reached;

	private long rejectedSince;

	private long written;

	/**
	 * Creates an import.
	 * @param start how far an earlier import of the file was
	 */
	CustomerImport(Connection connection, CustomerWriter writer, ImportRecord start, LoadReport report, ImportLog log) {
		this.writer = new BatchWriter(connection, writer);
		this.reached = start;
		this.skipped = start.rows();
		this.report = report;
		this.log = log;
	}

	@Override
	public void accept(CustomerFileRow row) {
		if (isDone()) {
			return;
		}
		this.batch.add(row);
		if (this.batch.isFull()) {
			flush();
		}
	}

	@Override
	public void rejected(BadFileException error) {
		if (!isDone()) {
			this.rejectedSince++;
			this.log.rejected(error);
		}
	}

	private boolean isDone() {
		return this.report.rows().rows() <= this.skipped;
	}

	/** Writes what is left. Called at the end of the file. */
	void flush() {
		ImportRecord now = new ImportRecord(this.reached.id(), Math.max(this.skipped, this.report.rows().rows()),
				this.reached.rejected() + this.rejectedSince);
		try {
			BatchResult result = this.writer.write(this.batch.rows(), this.reached, now);
			this.reached = result.reached();
			this.rejectedSince = 0;
			result.rows().forEach(this::report);
			this.batch.clear();
			this.log.stored(this.reached.rows());
		}
		catch (SQLException ex) {
			throw new ImportFailedException(SqlFailure.unavailable(ex).getMessage() + ". " + this.reached.rows()
					+ " rows are done: the same command continues after them", ex);
		}
	}

	private void report(BatchRow row) {
		BadFileException error = row.addTo(this.report);
		if (error != null) {
			this.log.rejected(error);
		}
		this.written += row.isStored() ? 1 : 0;
	}

	/** How far the import is. */
	ImportRecord reached() {
		return this.reached;
	}

	/** How many customers it has written, without those of an earlier run. */
	long written() {
		return this.written;
	}

}
