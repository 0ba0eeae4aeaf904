package io.frontlineservice.conversation;

import io.frontlineservice.customer.CrmCustomer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells Twilio who the people in a conversation are: the conversation's name and picture,
 * and each customer's id, name and picture. What others have written stays; where all is
 * as it should be, nothing is written. Called by {@link Settlement}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/data-transfer-objects">Data
 * Transfer Objects</a>
 */
@Component
class Introductions {

	private static final String AVATAR = "avatar";

	private final ConversationsGateway gateway;

	Introductions(ConversationsGateway gateway) {
		this.gateway = gateway;
	}

	void introduce(String conversationSid, List<IdentifiedPerson> people) {
		for (IdentifiedPerson person : people) {
			person.customer().ifPresent((customer) -> introduce(conversationSid, person.person(), customer));
		}
	}

	private void introduce(String conversationSid, Person person, CrmCustomer customer) {
		Map<String, @Nullable String> card = new LinkedHashMap<>();
		card.put(Person.CUSTOMER_ID, customer.id());
		card.put("display_name", customer.name());
		card.put(AVATAR, customer.card().avatar());
		JsonAttributes.read(person.participant().attributes())
			.flatMap((attributes) -> attributes.with(card, JsonAttributes.OF_PARTICIPANT))
			.ifPresent((attributes) -> this.gateway.describeParticipant(conversationSid, person.participant().sid(),
					attributes));
	}

	void name(Conversation conversation, List<IdentifiedPerson> people) {
		List<@Nullable String> numbers = people.stream().map((it) -> it.person().number()).toList();
		ShownName shown = ShownName.of(people.stream().map(IdentifiedPerson::customer).toList(), numbers);
		@Nullable String name = ShownName.isGiven(conversation.friendlyName(), numbers)
				|| (shown.name() != null && shown.name().equals(conversation.friendlyName())) ? null : shown.name();
		@Nullable String attributes = withAvatar(conversation.attributes(), shown).orElse(null);
		if (name != null || attributes != null) {
			this.gateway.describe(conversation.sid(), name, attributes);
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

}
