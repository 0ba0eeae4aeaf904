package io.frontlineservice.conversation.participant;

import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.customer.CrmCustomer;
import org.jspecify.annotations.Nullable;

/**
 * A port for packages that store something about the participants of conversations, to
 * decide later without the CRM. Called at the end of each settlement, in its transaction;
 * implemented by packages above, each as a bean. Implementations are thread-safe.
 */
@FunctionalInterface
public interface ParticipantListener {

	/**
	 * A participant who is not a worker was looked up in the CRM.
	 * @param participantSid the participant, who is in {@link KnownParticipants} now
	 * @param address the participant's address; null if it cannot be recognized
	 * @param customer the customer; null if the CRM has no such customer
	 */
	void identified(ConversationSid conversationSid, String participantSid, @Nullable Address address,
			@Nullable CrmCustomer customer);

}
