package io.frontlineservice.crm.file;

import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.worker.UnknownOwners.UnknownOwner;
import io.frontlineservice.worker.UnknownOwners;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The owners of the customers in a file, for operators. With a wrong column, owners are
 * names or numbers of customers, so they are shown only where they are certainly workers,
 * or where each of them has several customers. Immutable.
 */
final class OwnersText {

	private static final int MOST_NAMED = 10;

	private static final int MOST_WITHOUT_DOUBT = 5;

	private static final Pattern NUMBER = Pattern.compile(".*\\d[\\d\\s()./-]{4,}\\d.*", Pattern.DOTALL);

	private final Map<WorkerIdentity, Integer> customers;

	private final List<UnknownOwner> unknown;

	private final boolean isShown;

	OwnersText(CustomerSummary summary, List<Worker> directory) {
		this.customers = summary.owners();
		this.unknown = UnknownOwners.of(this.customers, directory).owners();
		this.isShown = this.customers.size() <= Math.max(MOST_WITHOUT_DOUBT, summary.customers() / 2)
				&& this.customers.keySet().stream().noneMatch((it) -> NUMBER.matcher(it.written()).matches());
	}

	int count() {
		return this.customers.size();
	}

	/** Whether the owners look like workers. */
	boolean isShown() {
		return this.isShown;
	}

	/** The owners with the most customers, each with its number of customers. */
	List<String> most() {
		return this.customers.entrySet()
			.stream()
			.sorted(Map.Entry.<WorkerIdentity, Integer>comparingByValue(Comparator.reverseOrder())
				.thenComparing((it) -> it.getKey().key()))
			.limit(MOST_NAMED)
			.map((it) -> it.getKey().written() + ": " + it.getValue())
			.toList();
	}

	/** The same in one line. */
	String line() {
		if (count() == 0) {
			return "owners: none";
		}
		int more = count() - MOST_NAMED;
		return "owners: " + count()
				+ (this.isShown
						? most().stream().collect(Collectors.joining(", ", " (", ""))
								+ ((more > 0) ? ", and " + more + " more)" : ")")
						: "; not shown, as they may be customers");
	}

	/** The owners that the directory does not have. */
	List<UnknownOwner> unknown() {
		return this.unknown;
	}

	/** The first of them, each with its number of customers. */
	List<String> unknownLines() {
		return this.unknown.stream()
			.filter((it) -> this.isShown || it.isWorker())
			.limit(MOST_NAMED)
			.map((it) -> it.identity().written() + ": " + it.customers()
					+ ((it.explanation() != null) ? ", but " + it.explanation() : ""))
			.toList();
	}

}
