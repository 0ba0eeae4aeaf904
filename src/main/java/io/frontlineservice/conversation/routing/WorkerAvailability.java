package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.conversation.routing.RuleResult.Choice;
import io.frontlineservice.conversation.routing.RuleResult.Pass;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that a conversation is given to nobody who would never see it. Asked by the
 * rules. Thread-safe.
 * <p>
 * If Frontline cannot say for some time how a worker can be reached, they count as
 * available to conversations that have waited for as long: a conversation that somebody
 * sees late is better than one that nobody does. One failure says nothing, however long a
 * conversation has waited.
 */
class WorkerAvailability {

	private static final Duration TOLERATED_OUTAGE = Duration.ofSeconds(30);

	private final ConversationsGateway gateway;

	private final InstantSource clock;

	private final WorkerStatusCache statuses = new WorkerStatusCache();

	WorkerAvailability(ConversationsGateway gateway, InstantSource clock) {
		this.gateway = gateway;
		this.clock = clock;
	}

	/** That choice, if the worker uses Frontline; they need not be available just now. */
	RuleResult chooseIfActive(WorkerIdentity worker, String reason, RoutingContext context) {
		return switch (status(worker, context)) {
			case AVAILABLE, UNAVAILABLE -> new Choice(worker, reason);
			case DEACTIVATED -> new Pass(reason + "; but their Frontline user is deactivated");
			case UNKNOWN -> new Pass(reason + "; but nobody of that identity has ever signed in to Frontline. "
					+ "If Frontline spells them otherwise, the worker directory can join the spellings");
		};
	}

	/**
	 * Whether the worker takes new conversations now, or did a moment ago: many
	 * conversations may wait for the same people.
	 */
	boolean isAvailable(WorkerIdentity worker, RoutingContext context) {
		@Nullable WorkerStatus recent = this.statuses.recentStatus(worker, this.clock.instant());
		return ((recent != null) ? recent : status(worker, context)) == WorkerStatus.AVAILABLE;
	}

	/** Whether Frontline says that the worker takes new conversations now. */
	boolean isKnownToBeAvailable(WorkerIdentity worker) {
		try {
			return fetchStatus(worker) == WorkerStatus.AVAILABLE;
		}
		catch (TwilioUnavailableException ex) {
			return false;
		}
	}

	/** Whether the worker may not use Frontline any more; not if it cannot say. */
	boolean isDeactivated(WorkerIdentity worker) {
		try {
			return fetchStatus(worker) == WorkerStatus.DEACTIVATED;
		}
		catch (TwilioUnavailableException ex) {
			return false;
		}
	}

	private WorkerStatus status(WorkerIdentity worker, RoutingContext context) {
		try {
			return fetchStatus(worker);
		}
		catch (TwilioUnavailableException ex) {
			Instant outageStart = this.clock.instant().minus(TOLERATED_OUTAGE);
			if (context.askedAt().isAfter(outageStart) || !this.statuses.hasFailedSince(worker, outageStart)) {
				throw ex;
			}
			return WorkerStatus.AVAILABLE;
		}
	}

	private WorkerStatus fetchStatus(WorkerIdentity worker) {
		Instant asked = this.clock.instant();
		try {
			WorkerStatus status = this.gateway.statusOf(worker);
			this.statuses.recordStatus(worker, status, asked);
			return status;
		}
		catch (TwilioRefusedException ex) {
			// An identity that cannot be one.
			this.statuses.recordStatus(worker, WorkerStatus.UNKNOWN, asked);
			return WorkerStatus.UNKNOWN;
		}
		catch (TwilioUnavailableException ex) {
			this.statuses.recordFailure(worker, this.clock.instant());
			throw ex;
		}
	}

}
