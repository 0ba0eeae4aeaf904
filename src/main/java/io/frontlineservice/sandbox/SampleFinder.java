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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
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
		List<SampleChoice> unreachable = new ArrayList<>();
		Iterator<Worker> workers = workers(deadline);
		while (unreachable.size() < PAGE_SIZE && workers.hasNext()) {
			Worker worker = workers.next();
			Optional<CrmCustomer> customer = customer(worker, deadline);
			Optional<SampleChoice> choice = customer.map((it) -> new SampleChoice(worker, it));
			if (customer.stream().anyMatch((it) -> !it.channels().isEmpty())) {
				return choice;
			}
			choice.ifPresent(unreachable::add);
		}
		return unreachable.stream().findFirst();
	}

	/** Asks the CRM for owners only after the workers of the directory. */
	private Iterator<Worker> workers(Deadline deadline) {
		return Stream
			.<Supplier<Stream<Worker>>>of(() -> this.directory.workers().stream().limit(MOST), () -> owners(deadline),
					() -> Stream.of(this.directory.worker(ANY_WORKER)))
			.flatMap(Supplier::get)
			.iterator();
	}

	private Stream<Worker> owners(Deadline deadline) {
		return this.crm.list(Audience.EVERYONE, "", null, MOST, deadline)
			.customers()
			.stream()
			.flatMap((it) -> it.owners().stream())
			.filter((it) -> !it.equals(CrmCustomer.EVERYONE))
			.distinct()
			.map(this.directory::worker);
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
