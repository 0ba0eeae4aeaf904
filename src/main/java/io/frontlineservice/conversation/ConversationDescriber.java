package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Person;
import io.frontlineservice.conversation.people.ShownName;
import io.frontlineservice.customer.CrmCustomer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells Twilio who the people in a conversation are: the conversation's name and picture,
 * and each customer's id, name and picture. What others have written stays; where all is
 * as it should be, nothing is written. Called by {@link SettleConversationJob}.
 * Thread-safe.
 * <p>
 * Twilio writes attributes whole, and knows no condition for that. So before each write
 * it is asked once more what is there: others may have written while the CRM was asked,
 * or while somebody else was introduced.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@Component
class ConversationDescriber {

	private static final String AVATAR = "avatar";

	private final ConversationsGateway gateway;

	ConversationDescriber(ConversationsGateway gateway) {
		this.gateway = gateway;
	}

	/** Each is a step of their own: whom Twilio refuses keeps nobody else waiting. */
	void describeParticipants(String conversationSid, List<IdentifiedPerson> people) {
		BestEffort steps = new BestEffort();
		people.forEach((person) -> steps.take(() -> describe(conversationSid, person)));
		steps.end();
	}

	private void describe(String conversationSid, IdentifiedPerson person) {
		Participant participant = person.person().participant();
		person.customer()
			.filter((customer) -> withCustomer(participant, customer).isPresent())
			.ifPresent((customer) -> describe(conversationSid, participant.sid(), customer));
	}

	private void describe(String conversationSid, String participantSid, CrmCustomer customer) {
		this.gateway.participants(conversationSid)
			.stream()
			.filter((participant) -> participant.sid().equals(participantSid))
			.findFirst()
			.flatMap((participant) -> withCustomer(participant, customer))
			.ifPresent((attributes) -> this.gateway.describeParticipant(conversationSid, participantSid, attributes));
	}

	/**
	 * The participant's attributes with the customer's card; empty if it is there, or if
	 * somebody has said that this is another customer.
	 */
	private static Optional<String> withCustomer(Participant participant, CrmCustomer customer) {
		Map<String, @Nullable String> card = new LinkedHashMap<>();
		card.put(Person.CUSTOMER_ID, customer.id().value());
		card.put("display_name", customer.name());
		card.put(AVATAR, customer.card().avatar());
		return JsonAttributes.read(participant.attributes())
			.filter((attributes) -> isOf(customer, attributes.text(Person.CUSTOMER_ID)))
			.flatMap((attributes) -> attributes.with(card, JsonAttributes.OF_PARTICIPANT));
	}

	private static boolean isOf(CrmCustomer customer, @Nullable String id) {
		return id == null || id.equals(customer.id().value());
	}

	void describe(Conversation conversation, List<IdentifiedPerson> people) {
		List<@Nullable String> numbers = people.stream().<@Nullable String>map((it) -> it.person().number()).toList();
		List<Optional<CrmCustomer>> customers = people.stream().map(IdentifiedPerson::customer).toList();
		if (Naming.of(conversation, customers, numbers).isNeeded()) {
			Naming naming = Naming.of(this.gateway.conversation(conversation.sid()), customers, numbers);
			if (naming.isNeeded()) {
				this.gateway.describe(conversation.sid(), naming.friendlyName(), naming.attributes());
			}
		}
	}

	/** The attributes with the picture; empty if nothing is to be added. */
	static Optional<String> withAvatar(@Nullable String attributes, ShownName shown) {
		if (shown.avatar() == null) {
			return Optional.empty();
		}
		return JsonAttributes.read(attributes)
			.flatMap((read) -> read.with(Map.of(AVATAR, shown.avatar()), JsonAttributes.OF_CONVERSATION));
	}

	/** What is to be written of a conversation; null for what is to stay. */
	private record Naming(@Nullable String friendlyName, @Nullable String attributes) {

		static Naming of(Conversation conversation, List<Optional<CrmCustomer>> customers,
				List<@Nullable String> numbers) {
			ShownName shown = ShownName.of(customers, numbers);
			String current = conversation.friendlyName();
			boolean stays = ShownName.isGiven(current, customers, numbers) || Objects.equals(current, shown.name());
			return new Naming(stays ? null : shown.name(), withAvatar(conversation.attributes(), shown).orElse(null));
		}

		boolean isNeeded() {
			return this.friendlyName != null || this.attributes != null;
		}

	}

}
