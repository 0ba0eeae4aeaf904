package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.VisibilityRule;
import io.frontlineservice.sandbox.CustomerOwners;
import io.frontlineservice.sandbox.CustomerOwners.Owner;
import io.frontlineservice.sandbox.CustomerSample;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.TargetSettings;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The workers that the page offers: those of the directory, and the owners of own
 * customers who are not in it. Called by {@link SetupController}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class WorkerChoices {

	private final WorkerDirectory directory;

	private final CustomerOwners owners;

	private final VisibilityRule visibility;

	private final TargetSettings target;

	WorkerChoices(WorkerDirectory directory, CustomerOwners owners, VisibilityRule visibility, TargetSettings target) {
		this.directory = directory;
		this.owners = owners;
		this.visibility = visibility;
		this.target = target;
	}

	/** Returns the choices. Signs in the owners outside of the directory. */
	Choices read() {
		return this.target.isSet() ? ofOtherServer() : ofThisService();
	}

	private Choices ofThisService() {
		CustomerSample sample = this.owners.sample();
		List<Owner> outside = this.owners.outsideDirectory(sample);
		this.owners.signIn(outside);
		Stream<Worker> others = outside.stream().map((it) -> this.directory.worker(it.identity()));
		List<WorkerChoice> workers = Stream.concat(this.directory.workers().stream(), others)
			.map((it) -> WorkerChoice.of(it, this.visibility.audienceOf(it), sample))
			.toList();
		return new Choices(workers, startOf(workers), Ownership.of(sample, outside));
	}

	/** Another server tells nothing about its customers. */
	private Choices ofOtherServer() {
		List<WorkerChoice> workers = this.target.workers().isEmpty()
				? this.directory.workers().stream().map(WorkerChoice::withoutCustomers).toList()
				: this.target.workers().stream().map((it) -> new WorkerChoice(it, it, null, null)).toList();
		return new Choices(workers, startOf(workers), null);
	}

	/** The first worker who has customers, otherwise the first worker. */
	private static @Nullable String startOf(List<WorkerChoice> workers) {
		return workers.stream()
			.filter((it) -> it.own() != null)
			.findFirst()
			.or(() -> workers.stream().findFirst())
			.map(WorkerChoice::identity)
			.orElse(null);
	}

	/**
	 * The choices.
	 *
	 * @param start the identity of the worker on the first phone; null without workers
	 * @param ownership null with another server
	 */
	record Choices(List<WorkerChoice> workers, @Nullable String start, @Nullable Ownership ownership) {

	}

	/**
	 * The owners of the customers. Written as JSON.
	 *
	 * @param customers the number of customers in the sample
	 * @param complete whether the sample has all customers of the CRM
	 * @param withoutOwner the number of customers without an owner
	 * @param outside the owners who are not in the worker directory
	 */
	record Ownership(int customers, boolean complete, long withoutOwner, List<Owner> outside) {

		static Ownership of(CustomerSample sample, List<Owner> outside) {
			List<CrmCustomer> customers = sample.customers();
			return new Ownership(customers.size(), sample.complete(),
					customers.stream().filter((it) -> it.owners().isEmpty()).count(), outside);
		}

	}

}
