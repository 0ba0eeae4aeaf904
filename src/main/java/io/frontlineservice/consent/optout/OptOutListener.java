package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.participant.InboundMessage;
import io.frontlineservice.conversation.participant.InboundMessageListener;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.ParticipantListener;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps the log of opt-outs up to date: with the keywords that people send, and with what
 * is learned later about the people in it. Called by package {@code conversation}, in the
 * transactions of messages and of settlements. Thread-safe.
 */
@Component
class OptOutListener implements InboundMessageListener, ParticipantListener {

	private final OptOuts optOuts;

	private final OptOutLog log;

	private final Keywords keywords;

	private final KnownParticipants participants;

	private final PersonHashes hashes;

	OptOutListener(OptOuts optOuts, OptOutLog log, Keywords keywords, KnownParticipants participants,
			PersonHashes hashes) {
		this.optOuts = optOuts;
		this.log = log;
		this.keywords = keywords;
		this.participants = participants;
		this.hashes = hashes;
	}

	@Override
	public void received(InboundMessage message) {
		replaceEarlierHashes(PersonKeys.of(message.address(), null));
		this.keywords.in(message.body(), message.address())
			.ifPresentOrElse((keyword) -> this.optOuts.learn(message, keyword),
					() -> this.optOuts.wroteAgain(message.conversationSid(), message.participantSid(),
							message.channel(), message.messageSid(), message.at()));
	}

	@Override
	public void identified(ConversationSid conversationSid, String participantSid, @Nullable Address address,
			@Nullable CrmCustomer customer) {
		PersonKeys person = PersonKeys.of(address, (customer != null) ? customer.id() : null);
		replaceEarlierHashes(person);
		this.participants.of(conversationSid)
			.stream()
			.filter((it) -> it.participantSid().equals(participantSid))
			.forEach(this.log::complete);
		if (person.addressKey() != null && person.customerKey() != null) {
			this.log.setCustomer(this.hashes.accepted(person.addressKey()), this.hashes.current(person.customerKey()));
		}
	}

	/** After the keys of the hashes were lost and configured again. */
	private void replaceEarlierHashes(PersonKeys person) {
		person.keys().forEach((key) -> {
			List<String> accepted = this.hashes.accepted(key);
			if (accepted.size() > 1) {
				this.log.replace(accepted.subList(1, accepted.size()), accepted.get(0));
			}
		});
	}

}
