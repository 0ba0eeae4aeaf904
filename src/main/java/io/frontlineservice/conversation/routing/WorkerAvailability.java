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
import org.springframework.stereotype.Component;

/**
 * Checks in Frontline whether a worker would see a conversation, before the worker gets
 * it. Called by the rules and {@link PoolWatch}. Thread-safe.
 * <p>
 * If the status of a worker has been unknown for some time, the worker counts as
 * available for conversations that have waited as long: a late answer is better than
 * none. A single failure is not enough, however long the conversation has waited.
 */
@Component
class WorkerAvailability {

	private static final Duration TOLERATED_OUTAGE = Duration.ofSeconds(30);

	private final ConversationsGateway gateway;

	private final InstantSource clock;

	private final WorkerStatusCache statuses = new WorkerStatusCache();

	WorkerAvailability(ConversationsGateway gateway, InstantSource clock) {
		this.gateway = gateway;
		this.clock = clock;
	}

	/** Chooses the worker if the worker uses Frontline, available or not. */
	RuleResult chooseIfActive(WorkerIdentity worker, String reason, RoutingContext context) {
		return switch (status(worker, context)) {
			case AVAILABLE, UNAVAILABLE -> new Choice(worker, reason);
			case DEACTIVATED -> new Pass(reason + ", but the Frontline user is deactivated");
			case UNKNOWN -> new Pass(reason + ", but this identity has never signed in to Frontline. "
					+ "If Frontline spells it differently, use that spelling as the worker's identity in the worker "
					+ "directory and this one as an alias");
		};
	}

	/**
	 * Whether the worker takes new conversations. Uses a recent status, because many
	 * conversations may wait for the same workers.
	 */
	boolean isAvailable(WorkerIdentity worker, RoutingContext context) {
		@Nullable WorkerStatus recent = this.statuses.recentStatus(worker, this.clock.instant());
		return ((recent != null) ? recent : status(worker, context)) == WorkerStatus.AVAILABLE;
	}

	/**
	 * Whether Frontline says that the worker takes new conversations now; false if Twilio
	 * fails.
	 */
	boolean isKnownToBeAvailable(WorkerIdentity worker) {
		try {
			return fetchStatus(worker) == WorkerStatus.AVAILABLE;
		}
		catch (TwilioUnavailableException ex) {
			return false;
		}
	}

	/** Whether the worker may no longer use Frontline; false if Twilio fails. */
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
			// Frontline does not accept the identity.
			this.statuses.recordStatus(worker, WorkerStatus.UNKNOWN, asked);
			return WorkerStatus.UNKNOWN;
		}
		catch (TwilioUnavailableException ex) {
			this.statuses.recordFailure(worker, this.clock.instant());
			throw ex;
		}
	}

}
