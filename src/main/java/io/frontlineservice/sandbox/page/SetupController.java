package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.CrmChoice;
import io.frontlineservice.sandbox.CrmSource;
import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.TargetSettings;
import io.frontlineservice.sandbox.page.WorkerChoices.Choices;
import io.frontlineservice.sandbox.page.WorkerChoices.Ownership;
import io.frontlineservice.worker.SenderOwners;
import java.net.URI;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The choices of the page: workers, numbers and faults. Called when the page opens.
 */
@RestController
@OnlyWithPretendTwilio
final class SetupController {

	private final WorkerChoices workers;

	private final SenderOwners numbers;

	private final TargetSettings target;

	private final FaultSwitches faults;

	private final CrmChoice crm;

	SetupController(WorkerChoices workers, SenderOwners numbers, TargetSettings target, FaultSwitches faults,
			CrmChoice crm) {
		this.workers = workers;
		this.numbers = numbers;
		this.target = target;
		this.faults = faults;
		this.crm = crm;
	}

	@GetMapping("/sandbox/api/setup")
	Setup setup() {
		boolean other = this.target.isSet();
		Choices choices = this.workers.read();
		List<FaultSwitch> possible = Arrays.stream(FaultSwitch.values())
			.filter((it) -> !other || !it.isOfThisService())
			.toList();
		return new Setup(choices.workers(), choices.start(), choices.ownership(), this.numbers.addresses(),
				other ? this.target.firstUrl().map(URI::toString).orElse("another server") : null, possible,
				this.faults.on(), new Crm(this.crm.current(), this.crm.obstacle()));
	}

	/**
	 * The choices.
	 *
	 * @param start the identity of the worker on the first phone; null without workers
	 * @param ownership the owners of the customers; null with another server
	 * @param numbers the numbers of the account that customers can write to
	 * @param target a URL of the other server; null if this service is called
	 * @param possible all faults that can be switched on
	 * @param troubles the faults that are switched on
	 * @param crm where the customers come from
	 */
	record Setup(List<WorkerChoice> workers, @Nullable String start, @Nullable Ownership ownership,
			Collection<String> numbers, @Nullable String target, List<FaultSwitch> possible, Set<FaultSwitch> troubles,
			Crm crm) {
	}

	/**
	 * Where the customers come from.
	 *
	 * @param source the current source; null if it is a CRM of the user
	 * @param obstacle why the page cannot choose another one; null if it can
	 */
	record Crm(@Nullable CrmSource source, @Nullable String obstacle) {
	}

}
