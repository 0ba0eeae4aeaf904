package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.routing.RuleResult.Choice;
import io.frontlineservice.conversation.routing.RuleResult.Pass;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.work.RetryLaterException;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * {@link RuleName#CRM_OWNER}: of several owners, the first in alphabetical order who uses
 * Frontline. While the CRM does not answer, the rule retries for
 * {@code frontline.routing.crm-patience}. Thread-safe.
 * <p>
 * Twilio distinguishes upper and lower case in identities. For an owner who is not in the
 * directory, the spelling of the CRM is tried first, then lower case.
 */
@Component
class CrmOwnerRule implements RoutingRule {

	private final WorkerDirectory directory;

	private final WorkerAvailability availability;

	private final RoutingSettings settings;

	private final Clock clock;

	CrmOwnerRule(WorkerDirectory directory, WorkerAvailability availability, RoutingSettings settings, Clock clock) {
		this.directory = directory;
		this.availability = availability;
		this.settings = settings;
		this.clock = clock;
	}

	@Override
	public RuleName name() {
		return RuleName.CRM_OWNER;
	}

	@Override
	public RuleResult evaluate(RoutingContext context) {
		if (context.crmDidNotAnswer()) {
			if (context.askedAt().plus(this.settings.crmPatience()).isAfter(this.clock.instant())) {
				throw new RetryLaterException("The CRM did not say who owns the customer");
			}
			return new Pass("the CRM did not answer for " + this.settings.crmPatience().toSeconds() + " s");
		}
		RuleResult result = new Pass("the customer has no owner");
		for (WorkerIdentity owner : owners(context)) {
			if (context.failedWorkers().contains(owner)) {
				result = new Pass("the customer's owner, but the worker could not be added");
				continue;
			}
			result = this.availability.chooseIfActive(owner, "the customer's owner", context);
			if (result instanceof Choice) {
				return result;
			}
		}
		return result;
	}

	/** Twilio tells identities apart by case, so each spelling is tried once. */
	private Collection<WorkerIdentity> owners(RoutingContext context) {
		return context.customers()
			.stream()
			.flatMap((customer) -> customer.owners().stream().sorted(Comparator.comparing(WorkerIdentity::key)))
			.filter((owner) -> !owner.equals(CrmCustomer.EVERYONE))
			.map(this.directory::worker)
			.flatMap(this::spellings)
			.collect(Collectors.toMap(WorkerIdentity::written, Function.identity(), (first, same) -> first,
					LinkedHashMap::new))
			.values();
	}

	private Stream<WorkerIdentity> spellings(Worker owner) {
		WorkerIdentity lowerCase = owner.identity().inLowerCase();
		return (this.directory.knows(owner.identity()) || owner.identity().isWrittenLike(lowerCase))
				? Stream.of(owner.identity()) : Stream.of(owner.identity(), lowerCase);
	}

}
