package io.frontlineservice.twilio.rest;

import com.twilio.rest.conversations.v1.User;
import io.frontlineservice.conversation.gateway.ChatUser;
import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.Message;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Maps Twilio's resources to the records of the port. Called by
 * {@link TwilioConversations} within a call, so that an unreadable resource counts as a
 * failed call.
 */
final class TwilioMapper {

	private TwilioMapper() {
	}

	static Conversation conversation(com.twilio.rest.conversations.v1.Conversation it) {
		return new Conversation(new ConversationSid(Objects.requireNonNull(it.getSid())), state(it.getState()),
				it.getFriendlyName(), it.getAttributes(), it.getDateCreated().toInstant());
	}

	/** A conversation with an unknown state is handled as an active one. */
	private static State state(com.twilio.rest.conversations.v1.Conversation.@Nullable State state) {
		return (state != null) ? State.valueOf(state.name()) : State.ACTIVE;
	}

	static Participant participant(com.twilio.rest.conversations.v1.conversation.Participant it) {
		Map<?, ?> binding = (it.getMessagingBinding() instanceof Map<?, ?> map) ? map : Map.of();
		return new Participant(Objects.requireNonNull(it.getSid()), it.getIdentity(), it.getAttributes(),
				text(binding, "address"), text(binding, "proxy_address"), text(binding, "projected_address"));
	}

	static Message message(com.twilio.rest.conversations.v1.conversation.Message it) {
		return new Message(Objects.requireNonNull(it.getSid()), it.getAuthor(), it.getBody(), it.getAttributes(),
				it.getDateCreated().toInstant());
	}

	private static @Nullable String text(Map<?, ?> binding, String name) {
		return (binding.get(name) instanceof String text) ? text : null;
	}

	static ChatUser user(User it) {
		return new ChatUser(it.getFriendlyName(), it.getAttributes());
	}

	static WorkerStatus status(com.twilio.rest.frontlineapi.v1.User it) {
		if (it.getState() == com.twilio.rest.frontlineapi.v1.User.StateType.DEACTIVATED) {
			return WorkerStatus.DEACTIVATED;
		}
		return Boolean.TRUE.equals(it.getIsAvailable()) ? WorkerStatus.AVAILABLE : WorkerStatus.UNAVAILABLE;
	}

}
