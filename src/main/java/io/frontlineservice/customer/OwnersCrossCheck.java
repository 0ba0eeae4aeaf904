package io.frontlineservice.customer;

import io.frontlineservice.diagnosis.CrossCheck;
import io.frontlineservice.diagnosis.Observation;
import io.frontlineservice.worker.UnknownOwners;
import io.frontlineservice.worker.UnknownOwners.UnknownOwner;
import io.frontlineservice.worker.WorkerDirectory;
import java.util.List;

/**
 * Compares the owners of all customers with the worker directory. Run at the start, and
 * asked by {@link WorkersWithoutCustomersEndpoint}. Thread-safe.
 */
final class OwnersCrossCheck implements CrossCheck {

	private final CrmAdapter crm;

	private final WorkerDirectory directory;

	OwnersCrossCheck(CrmAdapter crm, WorkerDirectory directory) {
		this.crm = crm;
		this.directory = directory;
	}

	/** The owners without an entry; none if the CRM has no summary of its customers. */
	UnknownOwners unknownOwners() {
		return this.crm.summary()
			.map((summary) -> UnknownOwners.of(summary.owners(), this.directory.workers()))
			.orElseGet(() -> new UnknownOwners(List.of()));
	}

	@Override
	public String setting() {
		return CustomerCheck.DIRECTORY;
	}

	@Override
	public List<Observation> observations() {
		UnknownOwners unknown = unknownOwners();
		return unknown.isEmpty() ? List.of() : List.of(Observation.warning(counted(unknown),
				"see which at /actuator/workersWithoutCustomers on the management port, or run the doctor"));
	}

	/** How many owners without an entry there are, and how many customers they have. */
	static String counted(UnknownOwners unknown) {
		return "owners of customers who are not in the worker directory: " + unknown.owners().size()
				+ "; they own customers: " + unknown.owners().stream().mapToInt(UnknownOwner::customers).sum();
	}

}
