package io.frontlineservice.sandbox.page;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.TargetSettings;
import io.frontlineservice.worker.SenderOwners;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The choices of the page: workers, numbers, customers and faults. Called when the page
 * opens.
 */
@RestController
@OnlyWithPretendTwilio
final class SetupController {

	/** The number of customers to choose from. */
	private static final int CUSTOMERS = 8;

	private static final Duration TIMEOUT = Duration.ofSeconds(4);

	private final WorkerDirectory directory;

	private final SenderOwners numbers;

	private final CrmAdapter crm;

	private final TargetSettings target;

	private final FaultSwitches faults;

	SetupController(WorkerDirectory directory, SenderOwners numbers, CrmAdapter crm, TargetSettings target,
			FaultSwitches faults) {
		this.directory = directory;
		this.numbers = numbers;
		this.crm = crm;
		this.target = target;
		this.faults = faults;
	}

	@GetMapping("/sandbox/api/setup")
	Setup setup() {
		boolean other = this.target.isSet();
		List<FaultSwitch> possible = Arrays.stream(FaultSwitch.values())
			.filter((it) -> !other || !it.isOfThisService())
			.toList();
		return new Setup((other && !this.target.workers().isEmpty()) ? otherWorkers() : ourWorkers(),
				this.numbers.addresses(), other ? List.of() : customers(),
				other ? String.valueOf(this.target.crmUrl()) : null, possible, this.faults.on());
	}

	private List<WorkerChoice> ourWorkers() {
		return this.directory.workers().stream().map(WorkerChoice::of).toList();
	}

	private List<WorkerChoice> otherWorkers() {
		return this.target.workers().stream().map((it) -> new WorkerChoice(it, it)).toList();
	}

	/**
	 * Returns some customers of the CRM; none while it is unavailable. The page also
	 * accepts other numbers.
	 */
	private List<CustomerChoice> customers() {
		try {
			return this.crm.list(Audience.EVERYONE, "", null, CUSTOMERS, Deadline.in(TIMEOUT))
				.customers()
				.stream()
				.map(CustomerChoice::of)
				.toList();
		}
		catch (CrmUnavailableException ex) {
			return List.of();
		}
	}

	/**
	 * The choices.
	 *
	 * @param numbers the numbers of the account that customers can write to
	 * @param target the URL of the other server; null if this service is called
	 * @param possible all faults that can be switched on
	 * @param troubles the faults that are switched on
	 */
	record Setup(List<WorkerChoice> workers, Collection<String> numbers, List<CustomerChoice> people,
			@Nullable String target, List<FaultSwitch> possible, Set<FaultSwitch> troubles) {
	}

	record WorkerChoice(String identity, String name) {

		static WorkerChoice of(Worker worker) {
			return new WorkerChoice(worker.identity().written(),
					Objects.requireNonNullElse(worker.name(), worker.identity().written()));
		}

	}

	/** A customer to write as. */
	record CustomerChoice(String customerId, String name, Set<String> owners, List<Channel> channels) {

		static CustomerChoice of(CrmCustomer customer) {
			Set<String> owners = customer.owners().stream().map(WorkerIdentity::key).collect(Collectors.toSet());
			return new CustomerChoice(customer.id().value(), customer.name(), owners, customer.channels());
		}

	}

}
