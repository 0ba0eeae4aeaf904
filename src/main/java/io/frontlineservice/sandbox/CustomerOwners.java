package io.frontlineservice.sandbox;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the owners of the customers, by a sample of the CRM. The pretend Twilio knows
 * only the workers of the directory; own customers may have other owners. Called by
 * {@link PretendTwilioConfiguration} and the sandbox's page. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
public final class CustomerOwners {

	/** Enough to find the owners, and two or three calls of a CRM. */
	private static final int MOST_CUSTOMERS = 200;

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private final CrmAdapter crm;

	private final WorkerDirectory directory;

	private final PretendTwilio twilio;

	private volatile CustomerSample last = new CustomerSample(List.of(), false);

	CustomerOwners(CrmAdapter crm, WorkerDirectory directory, PretendTwilio twilio) {
		this.crm = crm;
		this.directory = directory;
		this.twilio = twilio;
	}

	/**
	 * Reads the first customers; fewer if the CRM is slow. While it fails, returns those
	 * of the last call, so that the page keeps its workers.
	 */
	public CustomerSample sample() {
		CustomerSample now = read();
		if (now.complete() || !now.customers().isEmpty()) {
			this.last = now;
		}
		return this.last;
	}

	private CustomerSample read() {
		Deadline deadline = Deadline.in(TIMEOUT);
		List<CrmCustomer> customers = new ArrayList<>();
		@Nullable String cursor = null;
		try {
			do {
				CrmPage page = this.crm.list(Audience.EVERYONE, "", cursor, MOST_CUSTOMERS - customers.size(),
						deadline);
				customers.addAll(page.customers());
				cursor = page.next();
			}
			while (cursor != null && customers.size() < MOST_CUSTOMERS);
			return new CustomerSample(customers, cursor == null);
		}
		catch (CrmUnavailableException ex) {
			return new CustomerSample(customers, false);
		}
	}

	/**
	 * Returns the owners who are not in the worker directory, the most customers first.
	 */
	public List<Owner> outsideDirectory(CustomerSample sample) {
		return sample.owners()
			.entrySet()
			.stream()
			.filter((it) -> !this.directory.knows(it.getKey()))
			.map(Owner::of)
			.toList();
	}

	/**
	 * Signs these owners in on the pretend Twilio, so that they can write and get
	 * conversations. Owners who have signed in before keep their status.
	 */
	public void signIn(List<Owner> owners) {
		owners.forEach((owner) -> this.twilio.signInOnce(owner.identity().written()));
	}

	/**
	 * An owner of customers.
	 *
	 * @param identity the identity as the CRM writes it
	 * @param customers the number of customers in the sample
	 */
	public record Owner(WorkerIdentity identity, int customers) {

		private static Owner of(Map.Entry<WorkerIdentity, Integer> count) {
			return new Owner(count.getKey(), count.getValue());
		}

	}

}
