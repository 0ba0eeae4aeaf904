package io.frontlineservice.conversation.gateway;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The port to Twilio's REST API: all calls that this service makes for conversations.
 * Called by the jobs of package {@code conversation}, never while a callback waits;
 * implemented by package {@code twilio}, and by a fake in tests.
 * <p>
 * Implementations are thread-safe. All methods except {@link #conversationsSince} return
 * or fail within about ten seconds and do not retry: the jobs retry, because they read
 * the present state first. Every method may throw
 * <ul>
 * <li>{@link TwilioUnavailableException} if the same call may succeed later: there is no
 * response, Twilio fails, there are too many requests, or Twilio is still creating the
 * conversation;
 * <li>{@link TwilioRefusedException} if the call will never succeed.
 * </ul>
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api">Twilio's Conversations
 * API</a>
 */
public interface ConversationsGateway {

	/**
	 * Returns the present state of a conversation.
	 * @throws ConversationGoneException if there is no such conversation
	 */
	Conversation conversation(ConversationSid conversationSid);

	/**
	 * Returns all participants of the conversation.
	 * @throws ConversationGoneException if there is no such conversation
	 */
	List<Participant> participants(ConversationSid conversationSid);

	/**
	 * Changes the name and the attributes of a conversation.
	 * @param friendlyName the name, at most 256 characters; null to leave it
	 * @param attributes all attributes, as a JSON object of at most 16 KB; null to leave
	 * them
	 * @throws ConversationGoneException if there is no such conversation, or it is closed
	 */
	void describe(ConversationSid conversationSid, @Nullable String friendlyName, @Nullable String attributes);

	/**
	 * Changes the attributes of a participant.
	 * @param attributes all attributes, as a JSON object of at most 4 KB
	 * @throws ConversationGoneException if there is no such conversation or participant,
	 * or it is closed
	 */
	void describeParticipant(ConversationSid conversationSid, String participantSid, String attributes);

	/**
	 * Adds a worker to a conversation.
	 * @param identity the worker's identity
	 * @param projectedAddress our number in a group MMS; null in other conversations
	 * @throws ConversationGoneException if there is no such conversation, or it is closed
	 */
	Addition addWorker(ConversationSid conversationSid, WorkerIdentity identity, @Nullable String projectedAddress);

	/**
	 * Passes all conversations that were created since that time to the consumer, in no
	 * particular order. May take minutes, because it reads page by page and retries a
	 * failed page after a pause. The consumer is called between two pages; this method
	 * throws what the consumer throws.
	 * @throws TwilioUnavailableException if not all pages could be read; the consumer has
	 * the conversations of the others
	 */
	void conversationsSince(Instant start, Consumer<Conversation> consumer);

	/**
	 * Returns whether the worker uses Frontline and takes new conversations.
	 * @throws TwilioRefusedException only if Frontline does not accept the identity
	 */
	WorkerStatus statusOf(WorkerIdentity identity);

	/**
	 * Returns Twilio's user with that identity; null if the worker has never signed in.
	 */
	@Nullable ChatUser user(WorkerIdentity identity);

	/**
	 * Changes the name and the attributes of a user.
	 * @param friendlyName the name; null to leave it
	 * @param attributes all attributes, as a JSON object; null to leave them
	 * @throws TwilioRefusedException also if the user does not exist yet
	 */
	void describeUser(WorkerIdentity identity, @Nullable String friendlyName, @Nullable String attributes);

	/**
	 * Returns a message.
	 * @throws ConversationGoneException if there is no such conversation or message
	 */
	Message message(ConversationSid conversationSid, String messageSid);

	/**
	 * Returns the latest messages of a conversation, the newest first.
	 * @param limit how many, at most 100
	 * @throws ConversationGoneException if there is no such conversation
	 */
	List<Message> latestMessages(ConversationSid conversationSid, int limit);

	/**
	 * Sends a message that Twilio renders from a content. Not idempotent: if it throws
	 * {@link TwilioUnavailableException}, the message may have been sent.
	 * @return the SID of the message
	 * @throws ConversationGoneException if there is no such conversation, or it is closed
	 * @see <a href=
	 * "https://www.twilio.com/docs/conversations/using-content-templates-with-conversations">Content
	 * templates with Conversations</a>
	 */
	String sendContent(ConversationSid conversationSid, ContentMessage message);

}
