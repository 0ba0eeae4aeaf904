package io.frontlineservice.sandbox.pretend.world;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.ChangeListeners;
import io.frontlineservice.sandbox.pretend.wire.RestException;
import io.frontlineservice.sandbox.pretend.world.Conversation.State;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * All conversations, and the rules for their changes. Called by phones and the REST API.
 * Thread-safe.
 */
public final class Conversations {

	private final Map<String, Conversation> all = new LinkedHashMap<>();

	private final ChangeLog log = new ChangeLog();

	private final Conditions conditions;

	private final ChangeListeners changes;

	private final InstantSource clock;

	public Conversations(Conditions conditions, ChangeListeners changes, InstantSource clock) {
		this.conditions = conditions;
		this.changes = changes;
		this.clock = clock;
	}

	public synchronized List<Conversation> where(Predicate<Conversation> condition) {
		return this.all.values().stream().filter(condition).toList();
	}

	/** Returns an open conversation that matches; null if no conversation does. */
	public synchronized @Nullable Conversation findOpen(Predicate<Conversation> condition) {
		return where((it) -> it.isOpen() && condition.test(it)).stream().findFirst().orElse(null);
	}

	/**
	 * Returns the conversation with that SID or unique name; null if it does not exist.
	 */
	public synchronized @Nullable Conversation find(String sidOrUniqueName) {
		Conversation found = this.all.get(sidOrUniqueName);
		return (found != null) ? found
				: where((it) -> sidOrUniqueName.equals(it.uniqueName())).stream().findFirst().orElse(null);
	}

	public synchronized Conversation get(String sidOrUniqueName) {
		Conversation found = find(sidOrUniqueName);
		if (found == null) {
			throw RestException.conversationNotFound();
		}
		return found;
	}

	public synchronized Conversation create(Draft draft, State state) {
		return put(Conversation.of(draft, state, this.clock.instant()));
	}

	/** Creates a conversation with these participants. */
	public synchronized Conversation create(Draft draft, State state, List<Participant> participants) {
		participants.forEach(this::requireFreePair);
		Conversation conversation = Conversation.of(draft, state, this.clock.instant());
		for (Participant participant : participants) {
			conversation = conversation.with(participant);
		}
		return put(conversation);
	}

	public synchronized Conversation change(String sid, UnaryOperator<Conversation> change) {
		return put(change.apply(requireChangeable(get(sid))));
	}

	public synchronized Conversation add(String sid, Participant newcomer) {
		Conversation conversation = requireChangeable(get(sid));
		String identity = newcomer.identity();
		if (identity != null) {
			requireCapacityFor(conversation, identity, newcomer.binding());
		}
		requireFreePair(newcomer);
		return put(conversation.with(newcomer));
	}

	/**
	 * Ends the initialization of a conversation.
	 * @return the conversation; null if it was not initializing
	 */
	public synchronized @Nullable Conversation activate(String sid) {
		Conversation conversation = find(sid);
		return (conversation != null && conversation.state() == State.INITIALIZING)
				? put(conversation.with(State.ACTIVE, this.clock.instant())) : null;
	}

	/** Adds a message to a conversation that is not closed. */
	public Conversation addMessage(String sid, String author, String body) {
		return addMessage(sid, MessageDraft.of(author, body), (conversation) -> List.of());
	}

	/**
	 * Adds a message to a conversation that is not closed.
	 * @param receipts returns the receipts of the message
	 */
	public synchronized Conversation addMessage(String sid, MessageDraft draft,
			Function<Conversation, List<Receipt>> receipts) {
		Conversation conversation = getOpen(sid);
		return put(conversation.withMessage(draft, receipts.apply(conversation), this.clock.instant()));
	}

	/**
	 * Replaces a receipt of a message.
	 * @return the conversation; null if it was deleted
	 */
	public synchronized @Nullable Conversation update(String sid, String messageSid, Receipt receipt) {
		Conversation conversation = this.all.get(sid);
		return (conversation != null) ? put(conversation.with(conversation.message(messageSid).with(receipt))) : null;
	}

	/**
	 * Returns a conversation that is not closed.
	 * @throws RestException if it is closed or does not exist
	 */
	public synchronized Conversation getOpen(String sidOrUniqueName) {
		Conversation conversation = get(sidOrUniqueName);
		if (!conversation.isOpen()) {
			throw RestException.closed();
		}
		return conversation;
	}

	public synchronized void delete(String sid) {
		String deleted = get(sid).sid();
		this.all.remove(deleted);
		this.log.changed(deleted);
		this.changes.fire();
	}

	public synchronized void clear() {
		this.all.keySet().forEach(this.log::changed);
		this.all.clear();
		this.changes.fire();
	}

	/** Reports all conversations as changed, because what is told of them has changed. */
	public synchronized void markChanged() {
		this.all.keySet().forEach(this.log::changed);
		this.changes.fire();
	}

	/**
	 * Returns the conversations that were created, changed or deleted after a position.
	 * @param position the {@link ConversationChanges#position} of the previous call; 0
	 * for all
	 */
	public synchronized ConversationChanges since(long position) {
		return this.log.since(position, this.all);
	}

	private Conversation put(Conversation conversation) {
		this.all.put(conversation.sid(), conversation);
		this.log.changed(conversation.sid());
		this.changes.fire();
		return conversation;
	}

	private static Conversation requireChangeable(Conversation conversation) {
		if (conversation.state() == State.INITIALIZING) {
			throw RestException.initializing();
		}
		if (!conversation.isOpen()) {
			throw RestException.closed();
		}
		return conversation;
	}

	private void requireCapacityFor(Conversation conversation, String identity, @Nullable Binding binding) {
		if (conversation.find(identity).isPresent()) {
			throw RestException.alreadyParticipant();
		}
		String number = conversation.groupNumber();
		if (number != null && (binding == null || !number.equals(binding.projectedAddress()))) {
			throw RestException.groupNeedsProjectedAddress();
		}
		if (where((it) -> it.isOpen() && it.find(identity).isPresent()).size() >= this.conditions
			.conversationsOfAUser()) {
			throw RestException.tooManyConversations();
		}
	}

	private void requireFreePair(Participant newcomer) {
		Binding binding = newcomer.binding();
		if (binding != null && !where((it) -> it.isOpen() && it.hasPair(binding)).isEmpty()) {
			throw RestException.bindingTaken();
		}
	}

}
