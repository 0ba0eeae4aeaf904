package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.JsonAttributes;
import io.frontlineservice.conversation.people.Contact;
import io.frontlineservice.conversation.people.ShownName;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The name and the attributes that a conversation should get. Made for a conversation
 * that Twilio is about to create, and again whenever one is settled. Immutable.
 *
 * @param friendlyName the name to write; null to leave the current one
 * @param attributes all attributes to write, as the text of a JSON object; null to leave
 * the current ones
 */
public record ConversationUpdate(@Nullable String friendlyName, @Nullable String attributes) {

	/** The attribute that holds the address of a picture. */
	static final String AVATAR = "avatar";

	/**
	 * The update that shows these contacts. A name that a person has written stays, and
	 * so does a picture that is there.
	 */
	static ConversationUpdate of(@Nullable String currentName, @Nullable String currentAttributes,
			List<Contact> contacts) {
		ShownName shown = ShownName.of(contacts);
		return new ConversationUpdate(ShownName.isWrittenByPerson(currentName, contacts) ? null : shown.name(),
				withAvatar(currentAttributes, shown.avatar()));
	}

	private static @Nullable String withAvatar(@Nullable String attributes, @Nullable String avatar) {
		if (avatar == null) {
			return null;
		}
		return JsonAttributes.read(attributes)
			.flatMap((read) -> read.with(Map.of(AVATAR, avatar), JsonAttributes.MAX_CONVERSATION_BYTES))
			.orElse(null);
	}

	/** Returns this update without a name that is the current one anyway. */
	ConversationUpdate unlessNamed(@Nullable String currentName) {
		return Objects.equals(this.friendlyName, currentName) ? new ConversationUpdate(null, this.attributes) : this;
	}

	boolean isEmpty() {
		return this.friendlyName == null && this.attributes == null;
	}

}
