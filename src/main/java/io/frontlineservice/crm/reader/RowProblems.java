package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.Remark;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.datafile.BadFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;

/**
 * The rows of a file: how many there are and how many numbers, and the first problems
 * with their positions. A missing worker is counted by the mapping. Problems quote no
 * value. Part of a {@link LoadReport}. Not thread-safe.
 */
public final class RowProblems {

	/** The most problems that are kept; further ones are counted only. */
	public static final int MOST_KEPT = 10;

	private final List<String> first = new ArrayList<>();

	private final List<BadFileException> errors = new ArrayList<>();

	private int rows;

	private int usableNumbers;

	private int count;

	private int errorCount;

	RowProblems() {
	}

	/** Counts the next row. */
	void next() {
		this.rows++;
	}

	/** Adds the customer of the row. */
	void add(CustomerFileRow row) {
		this.usableNumbers += (int) row.customer()
			.channels()
			.stream()
			.map(Channel::toAddress)
			.map((address) -> address.number())
			.filter(Objects::nonNull)
			.distinct()
			.count();
		row.mapped()
			.remarks()
			.stream()
			.filter((remark) -> remark.kind() != Remark.Kind.NO_WORKER)
			.forEach((remark) -> add(String.valueOf(row.position().error(remark.text()).getMessage())));
	}

	/** Adds the error of a row, without which the file cannot be used. */
	void add(BadFileException error) {
		this.errorCount++;
		if (this.errors.size() < MOST_KEPT) {
			this.errors.add(error);
		}
		add(String.valueOf(error.getMessage()));
	}

	private void add(String problem) {
		this.count++;
		if (this.first.size() < MOST_KEPT) {
			this.first.add(problem);
		}
	}

	/**
	 * Refuses the file if any row has an error.
	 * @throws BadFileException with the first errors
	 */
	public void throwErrors() {
		if (this.errorCount > MOST_KEPT) {
			this.errors.add(new BadFileException("and " + (this.errorCount - MOST_KEPT) + " more rows have errors"));
		}
		if (this.errorCount > 0) {
			throw BadFileException.of(this.errors);
		}
	}

	/** Whether the file cannot be used. */
	public boolean hasErrors() {
		return this.errorCount > 0;
	}

	/** How many rows have an error. */
	public int errors() {
		return this.errorCount;
	}

	/** How many rows with any value there are. */
	public int rows() {
		return this.rows;
	}

	/** How many numbers the customers have, those included that several of them have. */
	public int usableNumbers() {
		return this.usableNumbers;
	}

	/** How many problems there are. */
	public int count() {
		return this.count;
	}

	/** The first problems, with line and column. */
	public List<String> first() {
		return Collections.unmodifiableList(this.first);
	}

}
