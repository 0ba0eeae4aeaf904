package io.frontlineservice.consent.optout;

import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import java.util.Optional;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Rejects a worker's message in a conversation with a person who has opted out, or who
 * has not consented according to the CRM. Reads the store only. Thread-safe.
 */
@Component
@Order(1)
class OptOutMessageRule implements OutgoingMessageRule {

	private final OptOuts optOuts;

	private final ConsentRefusals refusals;

	private final OptOutText text;

	OptOutMessageRule(OptOuts optOuts, ConsentRefusals refusals, OptOutText text) {
		this.optOuts = optOuts;
		this.refusals = refusals;
		this.text = text;
	}

	@Override
	public String name() {
		return "opt-out";
	}

	@Override
	public Optional<String> refusal(OutgoingMessage message) {
		return this.optOuts.in(message.conversationSid())
			.map(this.text::refusal)
			.or(() -> this.refusals.of(message.conversationSid()).map(this.text::refusal));
	}

}
