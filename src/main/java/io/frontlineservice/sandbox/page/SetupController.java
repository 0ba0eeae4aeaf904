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
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the page offers to choose from. Called by the page as it opens. */
@RestController
@OnlyWithPretendTwilio
final class SetupController {

	/** So many customers are offered to write as. */
	private static final int PEOPLE = 8;

	private static final Duration PATIENCE = Duration.ofSeconds(4);

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
				this.numbers.all(), other ? List.of() : people(), other ? String.valueOf(this.target.crmUrl()) : null,
				possible, this.faults.on());
	}

	private List<Colleague> ourWorkers() {
		return this.directory.workers().stream().map(Colleague::of).toList();
	}

	private List<Colleague> otherWorkers() {
		return this.target.workers().stream().map((it) -> new Colleague(it, it)).toList();
	}

	/** Some whom the CRM knows, if it is there. Anybody else may write, too. */
	private List<Somebody> people() {
		try {
			return this.crm.list(Audience.EVERYONE, "", null, PEOPLE, Deadline.in(PATIENCE))
				.customers()
				.stream()
				.map(Somebody::of)
				.toList();
		}
		catch (CrmUnavailableException ex) {
			return List.of();
		}
	}

	/**
	 * What there is.
	 *
	 * @param numbers the numbers of ours that customers can write to
	 * @param target the URL of the other server that is asked; null where it is this one
	 * @param possible what can be broken
	 * @param troubles what is broken
	 */
	record Setup(List<Colleague> workers, Collection<String> numbers, List<Somebody> people, @Nullable String target,
			List<FaultSwitch> possible, Set<FaultSwitch> troubles) {
	}

	record Colleague(String identity, String name) {

		static Colleague of(Worker worker) {
			return new Colleague(worker.identity().written(),
					Objects.requireNonNullElse(worker.name(), worker.identity().written()));
		}

	}

	/** A customer to write as. */
	record Somebody(String customerId, String name, Set<WorkerIdentity> owners, List<Channel> channels) {

		static Somebody of(CrmCustomer customer) {
			return new Somebody(customer.id().value(), customer.name(), customer.owners(), customer.channels());
		}

	}

}
