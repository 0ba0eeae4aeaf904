package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.crm.reader.LoadReport;
import io.frontlineservice.datafile.BadFileException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Prints what happens during an import: rejected rows as they come, and the progress
 * every ten seconds. Used by {@link ImportCommand}. Shows no name or number of a
 * customer. Not thread-safe.
 */
final class ImportConsole implements ImportLog {

	private static final long INTERVAL = Duration.ofSeconds(10).toNanos();

	private final PrintStream out;

	private final LongSupplier nanoTime;

	private final long start;

	private long before;

	private long lastLine;

	ImportConsole(PrintStream out, LongSupplier nanoTime) {
		this.out = out;
		this.nanoTime = nanoTime;
		this.start = nanoTime.getAsLong();
		this.lastLine = this.start;
	}

	@Override
	public void continuesAfter(long rows) {
		this.before = rows;
		this.out.println("  continues after row " + rows + ", where the last import of this file ended");
	}

	@Override
	public void rejected(BadFileException error) {
		this.out.println("  rejected: " + error.getMessage());
	}

	@Override
	public void stored(long rows) {
		long now = this.nanoTime.getAsLong();
		if (now - this.lastLine >= INTERVAL) {
			this.lastLine = now;
			this.out.println("  rows: " + rows + ", " + rate(rows, now) + " rows/s");
		}
	}

	/** Prints the result of an import that has ended. */
	void print(ImportResult result) {
		LoadReport report = result.report();
		report.remarksOnFile().forEach((it) -> this.out.println("  in the file, " + it.text()));
		long rows = result.reached().rows();
		this.out.println("  rows: " + rows + ", customers written: " + result.written() + ", rejected: "
				+ result.reached().rejected() + ", removed: " + result.removed() + " (" + seconds() + " s, "
				+ rate(rows, this.nanoTime.getAsLong()) + " rows/s)");
		int remarks = report.rows().count() - report.rows().errors();
		if (remarks > 0) {
			this.out.println("  values left out: " + remarks + "; the command \"customers check\" shows which");
		}
		if (report.mapping().withoutWorker() > 0) {
			this.out.println("  customers without a worker: " + report.mapping().withoutWorker());
		}
	}

	private long seconds() {
		return Duration.ofNanos(this.nanoTime.getAsLong() - this.start).toSeconds();
	}

	private long rate(long rows, long now) {
		return (rows - this.before) * 1_000 / Math.max(1, Duration.ofNanos(now - this.start).toMillis());
	}

}
