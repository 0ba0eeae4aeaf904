package io.frontlineservice.conversation;

import io.frontlineservice.address.AddressLabel;
import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.people.Contact;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Person;
import io.frontlineservice.customer.CrmCustomer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Writes the name and the picture of a conversation to Twilio, and the id, name and
 * picture of each customer in it; an unknown person without a number is named by the
 * channel. Values of other programs stay, and a write that would change nothing is left
 * out. Called by {@link SettleConversationJob}. Thread-safe.
 * <p>
 * Twilio replaces attributes as a whole and without a condition. So they are read again
 * right before each write, because another program may have changed them meanwhile.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@Component
class ConversationDescriber {

	private static final String DISPLAY_NAME = "display_name";

	private final ConversationsGateway gateway;

	ConversationDescriber(ConversationsGateway gateway) {
		this.gateway = gateway;
	}

	/** Describes each customer, whether or not Twilio refuses another. */
	void describeParticipants(ConversationSid conversationSid, List<IdentifiedPerson> people) {
		BestEffort steps = new BestEffort();
		people.forEach((person) -> steps.run(() -> describe(conversationSid, person)));
		steps.end();
	}

	private void describe(ConversationSid conversationSid, IdentifiedPerson person) {
		String sid = person.person().participant().sid();
		if (described(person.person().participant(), person).isPresent()) {
			this.gateway.participants(conversationSid)
				.stream()
				.filter((participant) -> participant.sid().equals(sid))
				.findFirst()
				.flatMap((participant) -> described(participant, person))
				.ifPresent((attributes) -> this.gateway.describeParticipant(conversationSid, sid, attributes));
		}
	}

	/** The participant's attributes with the additions; empty if there are none. */
	private static Optional<String> described(Participant participant, IdentifiedPerson person) {
		Optional<CrmCustomer> customer = person.customer();
		if (customer.isPresent()) {
			return withCustomer(participant, customer.get());
		}
		return person.crmAnswered() ? withLabel(participant, person.person()) : Optional.empty();
	}

	/**
	 * Without a name, the app would show the id of an unknown person without a number.
	 */
	private static Optional<String> withLabel(Participant participant, Person person) {
		String address = participant.address();
		if (person.idOfChannel() == null || address == null) {
			return Optional.empty();
		}
		return JsonAttributes.read(participant.attributes())
			.flatMap((attributes) -> attributes.with(Map.of(DISPLAY_NAME, AddressLabel.of(address)),
					JsonAttributes.MAX_PARTICIPANT_BYTES));
	}

	/**
	 * The participant's attributes with the customer's id, name and picture. Empty if
	 * they are there, or if the participant has the id of another customer.
	 */
	private static Optional<String> withCustomer(Participant participant, CrmCustomer customer) {
		Map<String, @Nullable String> card = new LinkedHashMap<>();
		card.put(Person.CUSTOMER_ID, customer.id().value());
		card.put(DISPLAY_NAME, customer.name());
		card.put(ConversationUpdate.AVATAR, customer.lastingAvatar());
		return JsonAttributes.read(participant.attributes())
			.filter((attributes) -> isOf(customer, attributes.text(Person.CUSTOMER_ID)))
			.map((attributes) -> withoutLabel(attributes, participant.address()))
			.flatMap((attributes) -> attributes.with(card, JsonAttributes.MAX_PARTICIPANT_BYTES));
	}

	private static JsonAttributes withoutLabel(JsonAttributes attributes, @Nullable String address) {
		return (address != null && AddressLabel.of(address).equals(attributes.text(DISPLAY_NAME)))
				? attributes.without(DISPLAY_NAME) : attributes;
	}

	private static boolean isOf(CrmCustomer customer, @Nullable String id) {
		return id == null || id.equals(customer.id().value());
	}

	/** Writes the name and the picture that the conversation lacks. */
	void describe(Conversation conversation, List<IdentifiedPerson> people) {
		List<Contact> contacts = people.stream()
			.map((it) -> new Contact(it.person().participant().address(), it.customer().orElse(null)))
			.toList();
		if (!update(conversation, contacts).isEmpty()) {
			ConversationUpdate update = update(this.gateway.conversation(conversation.sid()), contacts);
			if (!update.isEmpty()) {
				this.gateway.describe(conversation.sid(), update.friendlyName(), update.attributes());
			}
		}
	}

	private static ConversationUpdate update(Conversation conversation, List<Contact> contacts) {
		return ConversationUpdate.of(conversation.friendlyName(), conversation.attributes(), contacts)
			.unlessNamed(conversation.friendlyName());
	}

}
