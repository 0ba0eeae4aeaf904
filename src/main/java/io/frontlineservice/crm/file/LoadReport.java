package io.frontlineservice.crm.file;

import io.frontlineservice.address.ChannelType;
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
 * What is amiss in a file of customers that can be used all the same, by row. Filled
 * while the file is read, logged once when it is in use, and shown by
 * {@link CustomerFileEndpoint}. Holds no name, number or address.
 */
final class LoadReport {

	private static final Logger logger = LoggerFactory.getLogger(LoadReport.class);

	/** How many remarks are kept; the further ones are only counted. */
	static final int MOST_KEPT = 10_000;

	private static final int MOST_LOGGED = 50;

	private final List<Remark> remarks = new ArrayList<>();

	private final List<Remark> onFile = new ArrayList<>();

	private final Set<String> unknownProperties = new LinkedHashSet<>();

	private Map<String, List<String>> columns = Map.of();

	private int count;

	private int withoutWorker;

	private int unusableAddresses;

	private int row;

	private @Nullable String customerId;

	/** The remarks that follow are about that row, counted from 1. */
	void at(int row, @Nullable String customerId) {
		this.row = row;
		this.customerId = customerId;
	}

	void remark(String text) {
		this.count++;
		if (this.remarks.size() < MOST_KEPT) {
			this.remarks.add(new Remark(this.row, this.customerId, text));
		}
	}

	/** A remark on the file as a whole, which is none of its rows'. */
	void remarkOnFile(String text) {
		this.count++;
		this.onFile.add(new Remark(0, null, text));
	}

	/** The names of the columns that are read, by what they hold. */
	void columns(Map<String, List<String>> names) {
		this.columns = names;
	}

	void customerWithoutWorker() {
		this.withoutWorker++;
		remark("there is no worker: only where everyone sees everybody will anyone see this customer");
	}

	void unusableAddress(ChannelType channel, String reason) {
		this.unusableAddresses++;
		remark("the " + channel.wireName() + " channel is left out: " + reason);
	}

	void unknownProperty(String name) {
		if (this.unknownProperties.size() < MOST_LOGGED) {
			this.unknownProperties.add(name);
		}
	}

	void log(int customers, int sharedNumbers) {
		logger.info("{} customers in use, {} of them without a worker, {} numbers of several customers, {} remarks",
				customers, this.withoutWorker, sharedNumbers, this.count);
		if (!this.columns.isEmpty()) {
			logger.info("Columns that are read, by their settings: {}", this.columns);
		}
		if (!this.unknownProperties.isEmpty()) {
			logger.warn("Properties that no customer has are ignored: {}", this.unknownProperties);
		}
		remarks().stream().limit(MOST_LOGGED).forEach((remark) -> logger.warn("{}: {}", remark.place(), remark.text()));
		if (this.count > MOST_LOGGED) {
			logger.warn("And {} more remarks: see /actuator/customerFile on the management port",
					this.count - MOST_LOGGED);
		}
	}

	int count() {
		return this.count;
	}

	int withoutWorker() {
		return this.withoutWorker;
	}

	/** How many customers were read. */
	int customers() {
		return this.row;
	}

	int unusableAddresses() {
		return this.unusableAddresses;
	}

	Set<String> unknownProperties() {
		return this.unknownProperties;
	}

	Map<String, List<String>> columns() {
		return this.columns;
	}

	/** The remarks, those on the file as a whole first. */
	List<Remark> remarks() {
		return Stream.concat(this.onFile.stream(), this.remarks.stream()).toList();
	}

	/** What is amiss in the file as a whole. */
	List<Remark> remarksOnFile() {
		return this.onFile;
	}

	/**
	 * One remark.
	 *
	 * @param row the place of the customer among the customers of the file, from 1; 0 for
	 * the file as a whole
	 * @param customerId the customer's id
	 * @param text what is amiss, and what came of it
	 */
	record Remark(int row, @Nullable String customerId, String text) {

		private String place() {
			return (this.row > 0) ? "Row " + this.row : "The file of customers";
		}
	}

}
