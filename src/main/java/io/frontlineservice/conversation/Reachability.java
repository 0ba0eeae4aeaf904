package io.frontlineservice.conversation;

import io.frontlineservice.conversation.Verdict.Choice;
import io.frontlineservice.conversation.Verdict.Pass;
import org.springframework.stereotype.Component;

/**
 * Sees to it that a conversation is given to nobody who would never see it. Asked by the
 * rules that know whose a customer is. Thread-safe.
 */
@Component
class Reachability {

	private final ConversationsGateway gateway;

	Reachability(ConversationsGateway gateway) {
		this.gateway = gateway;
	}

	/** That choice, if the worker uses Frontline; they need not be available just now. */
	Verdict checked(String worker, String reason) {
		return switch (this.gateway.statusOf(worker)) {
			case AVAILABLE, UNAVAILABLE -> new Choice(worker, reason);
			case DEACTIVATED -> new Pass(reason + "; but their Frontline user is deactivated");
			case UNKNOWN -> new Pass(reason + "; but nobody of that identity has ever signed in to Frontline. "
					+ "If Frontline spells them otherwise, the worker directory can join the spellings");
		};
	}

}
