package io.frontlineservice.conversation.routing;

import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.conversation.routing.Verdict.Choice;
import io.frontlineservice.conversation.routing.Verdict.Pass;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a conversation is given to nobody who would never see it. Asked by the
 * rules. Thread-safe.
 * <p>
 * If Frontline cannot say for some time how workers can be reached, all of them count as
 * available: a conversation that somebody sees late is better than one that nobody does.
 */
@Component
class Reachability {

	private static final Duration PATIENCE = Duration.ofSeconds(30);

	private final ConversationsGateway gateway;

	private final Clock clock = Clock.systemUTC();

	Reachability(ConversationsGateway gateway) {
		this.gateway = gateway;
	}

	/** That choice, if the worker uses Frontline; they need not be available just now. */
	Verdict checked(String worker, String reason, Inquiry inquiry) {
		return switch (status(worker, inquiry)) {
			case AVAILABLE, UNAVAILABLE -> new Choice(worker, reason);
			case DEACTIVATED -> new Pass(reason + "; but their Frontline user is deactivated");
			case UNKNOWN -> new Pass(reason + "; but nobody of that identity has ever signed in to Frontline. "
					+ "If Frontline spells them otherwise, the worker directory can join the spellings");
		};
	}

	boolean isAvailable(String worker, Inquiry inquiry) {
		return status(worker, inquiry) == WorkerStatus.AVAILABLE;
	}

	private WorkerStatus status(String worker, Inquiry inquiry) {
		try {
			return this.gateway.statusOf(worker);
		}
		catch (TwilioRefusedException ex) {
			// An identity that cannot be one.
			return WorkerStatus.UNKNOWN;
		}
		catch (TwilioUnavailableException ex) {
			if (inquiry.askedAt().plus(PATIENCE).isAfter(this.clock.instant())) {
				throw ex;
			}
			return WorkerStatus.AVAILABLE;
		}
	}

}
