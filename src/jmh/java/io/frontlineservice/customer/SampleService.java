package io.frontlineservice.customer;

import io.frontlineservice.benchmark.SampleCustomer;
import io.frontlineservice.crm.GuardedCrm;
import io.frontlineservice.crm.file.SampleCrm;
import io.frontlineservice.limit.AnswerLimit;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.InstallationKey;
import io.frontlineservice.privacy.Secret;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/**
 * The customer service with the dependencies that it has in production. Its 20 workers
 * call it in turn. Of 1,000 customers each worker owns 50, which is more than one page.
 */
public final class SampleService {

	public static final int WORKERS = 20;

	private static final Duration BUDGET = Duration.ofSeconds(4);

	private final CustomerService customers;

	private int turn;

	/**
	 * Creates the service.
	 * @param customers the number of customers
	 * @param visibility {@code owner} or {@code everyone}
	 */
	public SampleService(int customers, String visibility) {
		WorkerDirectory directory = WorkerDirectory.empty();
		VisibilityRule rule = Visibility.valueOf(visibility.toUpperCase(Locale.ROOT)).rule(directory);
		CrmAdapter crm = GuardedCrm.adapter(SampleCrm.of(customers, WORKERS), new SimpleMeterRegistry());
		CustomerAccess access = new CustomerAccess(rule, (worker, customerId, deadline) -> false);
		this.customers = new CustomerService(crm, access, new SharedNumberNotice(crm, access),
				new CustomerNotices(List.of()), new PageTokens(new InstallationKey(List.of(Secret.of("0".repeat(32))))),
				new CustomerLimit(limit()), new WorkersWithoutCustomers(Clock.systemUTC()));
	}

	/** The service to measure. */
	public CustomerService customers() {
		return this.customers;
	}

	/** The limit that keeps answers below 64 KB. */
	public static AnswerLimit limit() {
		return new AnswerLimit(JsonMapper.shared());
	}

	/** The number of the next worker in turn. */
	public int nextWorker() {
		this.turn = (this.turn + 1) % WORKERS;
		return this.turn;
	}

	/** The worker with this number. */
	public static Worker worker(int number) {
		return WorkerDirectory.empty().worker(WorkerIdentity.of(SampleCustomer.worker(number)));
	}

	CustomerList list(int worker, String search, String token, String anchor) {
		return this.customers.list(new CustomersRequest(worker(worker), worker(worker).identity(), search, 30, token,
				(anchor != null) ? new CustomerId(anchor) : null), Deadline.in(BUDGET));
	}

	Customer details(int worker, String customerId) {
		return this.customers.details(worker(worker), new CustomerId(customerId), Deadline.in(BUDGET));
	}

}
