package io.frontlineservice.callback;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.frontlineservice.conversation.ConversationUpdate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * The answer to an event of a conversation: what is to be changed about it. To
 * post-events it means nothing.
 *
 * @param friendlyName the conversation's name; absent to leave it
 * @param attributes all its attributes, as the text of a JSON object; absent to leave
 * them
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
record ConversationAnswer(@Nullable String friendlyName, @Nullable String attributes) {

	/** Nothing is to be changed. */
	static final ConversationAnswer UNCHANGED = new ConversationAnswer(null, null);

	static ConversationAnswer of(ConversationUpdate update) {
		return new ConversationAnswer(update.friendlyName(), update.attributes());
	}

}
