package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.MappingReport.RowRemark;
import io.frontlineservice.crm.mapping.MappingReport;
import io.frontlineservice.datafile.BadFileException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is wrong with a file of customers that can still be used: the kit's report on its
 * rows, and remarks on the file as a whole. Filled while the file is read, logged once
 * when it is in use, and shown to operators. Keeps no name, number or address of a
 * customer. Not thread-safe while it is filled.
 */
public final class LoadReport {

	private static final Logger logger = LoggerFactory.getLogger(LoadReport.class);

	private static final int MOST_LOGGED = 50;

	private final MappingReport mapping = new MappingReport();

	private final List<RowRemark> onFile = new ArrayList<>();

	private final Set<String> unknownProperties = new LinkedHashSet<>();

	private final RowProblems rows = new RowProblems();

	private Map<String, List<String>> columns = Map.of();

	private List<String> otherColumns = List.of();

	private int leftOut;

	/** Adds the customer of the next row. */
	public void add(CustomerFileRow row) {
		this.mapping.add(this.mapping.customers() + 1, row.mapped());
		this.rows.add(row);
	}

	/**
	 * Adds the next row, which has the id of a row above. That is an error, unless the id
	 * is made of the content of the row: such a row is left out.
	 * @return the error; null if there is none
	 */
	public @Nullable BadFileException addDuplicate(CustomerFileRow row) {
		if (row.hasMadeId()) {
			leaveOut();
			return null;
		}
		BadFileException error = row.position().error("another customer above has the same customer_id");
		this.rows.add(error);
		return error;
	}

	/** Adds the error of the next row, for which it is rejected. */
	public void reject(BadFileException error) {
		this.rows.add(error);
	}

	/** Counts the next row as one that is no customer. */
	void leaveOut() {
		this.leftOut++;
	}

	/**
	 * How many rows have nothing to identify a customer by, or only that of a row above.
	 */
	public int leftOut() {
		return this.leftOut;
	}

	/** Adds a remark on the file as a whole. */
	void remarkOnFile(String text) {
		this.onFile.add(new RowRemark(0, null, text));
	}

	/**
	 * Sets the names of the columns that are read, by their settings, and of those that
	 * are attributes only.
	 */
	void columns(Map<String, List<String>> names, List<String> others) {
		this.columns = names;
		this.otherColumns = others;
	}

	void unknownProperty(String name) {
		if (this.unknownProperties.size() < MOST_LOGGED) {
			this.unknownProperties.add(name);
		}
	}

	/**
	 * Logs the report.
	 * @param customers how many customers are in use
	 * @param sharedNumbers how many numbers several of them have
	 */
	public void log(int customers, int sharedNumbers) {
		logger.info("{} customers in use, {} of them without a worker, {} numbers of several customers, {} remarks",
				customers, this.mapping.withoutWorker(), sharedNumbers, count());
		if (!this.columns.isEmpty()) {
			logger.info("Columns that are read, by their settings: {}", this.columns);
		}
		if (!this.unknownProperties.isEmpty()) {
			logger.warn("Unknown properties are ignored: {}", this.unknownProperties);
		}
		logRemarks();
	}

	/** A file without any worker, such as an address book, needs one line for that. */
	private void logRemarks() {
		int several = (this.mapping.withoutWorker() == this.mapping.customers()) ? this.mapping.withoutWorker() : 0;
		if (several > 1) {
			logger.warn("The file of customers: there are no workers, so only workers who see all customers see these "
					+ "{}", several);
		}
		remarks().stream()
			.filter((remark) -> several <= 1 || !remark.saysNoWorker())
			.limit(MOST_LOGGED)
			.forEach((remark) -> logger.warn("{}: {}", place(remark), remark.text()));
		int others = count() - ((several > 1) ? several : 0);
		if (others > MOST_LOGGED) {
			logger.warn("And {} more remarks: see /actuator/customerFile on the management port", others - MOST_LOGGED);
		}
	}

	private static String place(RowRemark remark) {
		return (remark.row() > 0) ? "Row " + remark.row() : "The file of customers";
	}

	/** The columns that are attributes and nothing else. */
	public List<String> otherColumns() {
		return this.otherColumns;
	}

	/** What is wrong with single rows, with their positions. */
	public RowProblems rows() {
		return this.rows;
	}

	/** The report on the rows. */
	public MappingReport mapping() {
		return this.mapping;
	}

	/** How many remarks there are, those included that are not kept. */
	public int count() {
		return remarksOnFile().size() + this.mapping.remarkCount();
	}

	/** The names of the properties that are not read; of many, the first. */
	public Set<String> unknownProperties() {
		return this.unknownProperties;
	}

	/**
	 * The names of the columns that are read, by their settings; empty without columns.
	 */
	public Map<String, List<String>> columns() {
		return this.columns;
	}

	/** The remarks, those on the file as a whole first. */
	public List<RowRemark> remarks() {
		return Stream.concat(remarksOnFile().stream(), this.mapping.remarks().stream()).toList();
	}

	/** What is wrong with the file as a whole. */
	public List<RowRemark> remarksOnFile() {
		Stream<RowRemark> leftOut = (this.leftOut == 0) ? Stream.empty() : Stream.of(new RowRemark(0, null, this.leftOut
				+ " rows are left out: they have no name, number or e-mail address, or all those of a row above"));
		return Stream.concat(this.onFile.stream(), leftOut).toList();
	}

}
