package io.frontlineservice.conversation.gateway;

import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The port behind which Twilio's REST API stands: all that this service asks of it and
 * does to it. Called by this room's jobs, never while a callback waits; implemented by
 * room {@code twilio}, and by a pretend one in tests of this room.
 * <p>
 * Implementations are thread-safe. But for the list of conversations they answer or fail
 * within some ten seconds, and never repeat a call by themselves: the jobs do, because
 * they know what has happened since. Every method may throw
 * <ul>
 * <li>{@link TwilioUnavailableException} if the same call may succeed later: no answer, a
 * failure at Twilio's, too many requests, a conversation that is still being made;
 * <li>{@link TwilioRefusedException} if it never will.
 * </ul>
 *
 * @see <a href="https://www.twilio.com/docs/conversations/api">Twilio's Conversations
 * API</a>
 */
public interface ConversationsGateway {

	/**
	 * A conversation as it is now.
	 * @throws ConversationGoneException if there is none
	 */
	Conversation conversation(ConversationSid conversationSid);

	/**
	 * Everybody in the conversation.
	 * @throws ConversationGoneException if there is no such conversation
	 */
	List<Participant> participants(ConversationSid conversationSid);

	/**
	 * Changes what the app shows of a conversation.
	 * @param friendlyName the name, 256 characters at the most; null to leave it
	 * @param attributes all its attributes, as a JSON object of 16 KB at the most; null
	 * to leave them
	 * @throws ConversationGoneException if there is no such conversation, or it is closed
	 */
	void describe(ConversationSid conversationSid, @Nullable String friendlyName, @Nullable String attributes);

	/**
	 * Changes the attributes of somebody in a conversation.
	 * @param attributes all attributes, as a JSON object of 4 KB at the most
	 * @throws ConversationGoneException if there is no such conversation or participant,
	 * or it is closed
	 */
	void describeParticipant(ConversationSid conversationSid, String participantSid, String attributes);

	/**
	 * Adds a worker to a conversation.
	 * @param identity the worker's identity, as written
	 * @param projectedAddress the number of ours that a group MMS goes over; null in all
	 * other conversations
	 * @throws ConversationGoneException if there is no such conversation, or it is closed
	 */
	Addition addWorker(ConversationSid conversationSid, WorkerIdentity identity, @Nullable String projectedAddress);

	/**
	 * Hands over all conversations that were created since then, mostly the newest first.
	 * It asks Twilio page by page, and for a page that fails again after a pause, so this
	 * may take minutes; the consumer is called between two pages, and whatever it throws
	 * is thrown on.
	 * @throws TwilioUnavailableException if not all of them could be read; the consumer
	 * has those that could
	 */
	void conversationsSince(Instant start, Consumer<Conversation> consumer);

	/**
	 * Whether and how that worker can be reached in Frontline.
	 * @throws TwilioRefusedException if the identity is one that Frontline does not take,
	 * and for no other reason
	 */
	WorkerStatus statusOf(WorkerIdentity identity);

	/** What Twilio's chat user of that identity looks like; null if there is none yet. */
	@Nullable ChatUser user(WorkerIdentity identity);

	/**
	 * Changes what the app shows of a worker.
	 * @param friendlyName the name; null to leave it
	 * @param attributes all attributes, as a JSON object; null to leave them
	 * @throws TwilioRefusedException also if there is no such user yet
	 */
	void describeUser(WorkerIdentity identity, @Nullable String friendlyName, @Nullable String attributes);

}
