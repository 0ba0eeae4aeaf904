package io.frontlineservice.sandbox;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.VisibilityRule;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds a worker and a customer in the data that the sandbox uses, so that the printed
 * commands work with own data, too. Thread-safe.
 */
final class SampleFinder {

	/** The page size of the first printed command. */
	static final int PAGE_SIZE = 5;

	/** A worker for customers who belong to everyone. */
	private static final WorkerIdentity ANY_WORKER = WorkerIdentity.of("worker@example.com");

	/** How many workers of the directory, and how many customers, are looked at. */
	private static final int MOST = 50;

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private final WorkerDirectory directory;

	private final CrmAdapter crm;

	private final VisibilityRule visibility;

	SampleFinder(WorkerDirectory directory, CrmAdapter crm, VisibilityRule visibility) {
		this.directory = directory;
		this.crm = crm;
		this.visibility = visibility;
	}

	/**
	 * Returns a worker and a customer: of the first workers with customers, the first
	 * with a customer who can be reached; empty if no worker sees a customer.
	 * @throws CrmUnavailableException if the CRM cannot answer
	 */
	Optional<SampleChoice> find() {
		Deadline deadline = Deadline.in(TIMEOUT);
		Stream<Worker> owners = this.crm.list(Audience.EVERYONE, "", null, MOST, deadline)
			.customers()
			.stream()
			.flatMap((it) -> it.owners().stream())
			.filter((it) -> !it.equals(CrmCustomer.EVERYONE))
			.distinct()
			.map(this.directory::worker);
		List<SampleChoice> choices = Stream
			.of(this.directory.workers().stream().limit(MOST), owners, Stream.of(this.directory.worker(ANY_WORKER)))
			.flatMap((it) -> it)
			.flatMap((worker) -> customer(worker, deadline).stream().map((it) -> new SampleChoice(worker, it)))
			.limit(PAGE_SIZE)
			.toList();
		return choices.stream()
			.filter((it) -> !it.customer().channels().isEmpty())
			.findFirst()
			.or(() -> choices.stream().findFirst());
	}

	/** Returns the one with the most channels of the first customers of a worker. */
	private Optional<CrmCustomer> customer(Worker worker, Deadline deadline) {
		Audience audience = this.visibility.audienceOf(worker);
		List<CrmCustomer> first = this.crm.list(audience, "", null, PAGE_SIZE, deadline).customers();
		return first.stream()
			.filter(audience::maySee)
			.sorted(Comparator.comparingInt((CrmCustomer it) -> it.channels().size()).reversed())
			.findFirst();
	}

}
