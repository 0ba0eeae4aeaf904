package io.frontlineservice.conversation;

import io.frontlineservice.conversation.gateway.Addition;
import io.frontlineservice.conversation.gateway.ChatUser;
import io.frontlineservice.conversation.gateway.ContentMessage;
import io.frontlineservice.conversation.gateway.Conversation;
import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.conversation.gateway.ConversationsGateway;
import io.frontlineservice.conversation.gateway.Message;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.gateway.TwilioRefusedException;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A Twilio in memory. Before each call it passes the name of the call to {@code onCall}
 * of the test, which may throw.
 */
public final class FakeConversations implements ConversationsGateway {

	private final Map<String, Conversation> conversations = new ConcurrentHashMap<>();

	private final Map<String, List<Participant>> participants = new ConcurrentHashMap<>();

	private final Map<String, WorkerStatus> workers = new ConcurrentHashMap<>();

	private final Map<String, ChatUser> users = new ConcurrentHashMap<>();

	private final Set<String> full = ConcurrentHashMap.newKeySet();

	private final Set<String> refused = ConcurrentHashMap.newKeySet();

	private final List<String> writes = new CopyOnWriteArrayList<>();

	private final Map<String, List<Message>> messages = new ConcurrentHashMap<>();

	private final List<ContentMessage> contents = new CopyOnWriteArrayList<>();

	private final AtomicInteger sids = new AtomicInteger();

	private volatile boolean brokenList;

	private volatile Runnable afterParticipants = () -> {
	};

	private volatile Consumer<String> onCall = (call) -> {
	};

	/**
	 * Sets what happens after the participants were read and before they are returned.
	 */
	public void afterParticipants(Runnable change) {
		this.afterParticipants = change;
	}

	public FakeConversations onCall(Consumer<String> onCall) {
		this.onCall = onCall;
		return this;
	}

	/** Creates an open conversation without participants. */
	public String conversation() {
		return conversation(Instant.now(), State.ACTIVE, null, null);
	}

	public String conversation(Instant createdAt, State state, String friendlyName, String attributes) {
		String sid = "CH%032x".formatted(this.sids.incrementAndGet());
		this.conversations.put(sid,
				new Conversation(new ConversationSid(sid), state, friendlyName, attributes, createdAt));
		this.participants.put(sid, new CopyOnWriteArrayList<>());
		return sid;
	}

	/** Creates the conversation of a customer who has written. */
	public String inbound(String address, String proxyAddress) {
		String sid = conversation();
		join(sid, null, "{}", address, proxyAddress, null);
		return sid;
	}

	public void join(String sid, String identity, String attributes, String address, String proxyAddress,
			String projectedAddress) {
		if (identity != null) {
			// A worker unless the test sets another status.
			this.workers.putIfAbsent(identity, WorkerStatus.UNAVAILABLE);
		}
		this.participants.get(sid)
			.add(new Participant("MB%032x".formatted(this.sids.incrementAndGet()), identity, attributes, address,
					proxyAddress, projectedAddress));
	}

	public void leave(String sid, String identity) {
		this.participants.get(sid).removeIf((participant) -> identity.equals(participant.identity()));
	}

	public void leaveBySid(String sid, String participantSid) {
		this.participants.get(sid).removeIf((participant) -> participant.sid().equals(participantSid));
	}

	public void delete(String sid) {
		this.conversations.remove(sid);
		this.participants.remove(sid);
	}

	public void state(String sid, State state) {
		Conversation now = this.conversations.get(sid);
		this.conversations.put(sid, new Conversation(new ConversationSid(sid), state, now.friendlyName(),
				now.attributes(), now.createdAt()));
	}

	public void worker(String identity, WorkerStatus status) {
		this.workers.put(identity, status);
	}

	/** Makes Frontline refuse the identity from now on. */
	public void refuse(String identity) {
		this.refused.add(identity);
	}

	public void user(String identity, ChatUser user) {
		this.users.put(identity, user);
	}

	/** Sets whether the list of conversations fails at its end. */
	public void brokenList(boolean broken) {
		this.brokenList = broken;
	}

	/** Makes the worker have too many conversations from now on. */
	public void full(String identity) {
		this.full.add(identity);
	}

	public String projectedAddressOf(String sid, String identity) {
		return this.participants.get(sid)
			.stream()
			.filter((participant) -> identity.equals(participant.identity()))
			.findFirst()
			.orElseThrow()
			.projectedAddress();
	}

	/** All writes, one line each. */
	public List<String> writes() {
		return List.copyOf(this.writes);
	}

	public List<String> workersOf(String sid) {
		return this.participants.get(sid).stream().map(Participant::identity).filter(Objects::nonNull).toList();
	}

	/** The attributes of the participant with that address. */
	public String attributesOf(String sid, String address) {
		return this.participants.get(sid)
			.stream()
			.filter((participant) -> address.equals(participant.address()))
			.findFirst()
			.orElseThrow()
			.attributes();
	}

	public String nameOf(String sid) {
		return this.conversations.get(sid).friendlyName();
	}

	/** Adds a message and returns its SID. */
	public String message(String sid, String author, String body, String attributes) {
		String messageSid = "IM%032x".formatted(this.sids.incrementAndGet());
		this.messages.computeIfAbsent(sid, (key) -> new CopyOnWriteArrayList<>())
			.add(0, new Message(messageSid, author, body, attributes, Instant.now()));
		return messageSid;
	}

	/** The SID of the participant with that address. */
	public String participantSid(String sid, String address) {
		return this.participants.get(sid)
			.stream()
			.filter((participant) -> address.equals(participant.address()))
			.findFirst()
			.orElseThrow()
			.sid();
	}

	/** All messages that were sent as content. */
	public List<ContentMessage> contents() {
		return List.copyOf(this.contents);
	}

	@Override
	public Conversation conversation(ConversationSid conversationSid) {
		String sid = conversationSid.value();
		this.onCall.accept("conversation");
		Conversation conversation = this.conversations.get(sid);
		if (conversation == null) {
			throw new ConversationGoneException();
		}
		return conversation;
	}

	@Override
	public List<Participant> participants(ConversationSid conversationSid) {
		String sid = conversationSid.value();
		this.onCall.accept("participants");
		List<Participant> now = List.copyOf(this.participants.get(sid));
		this.afterParticipants.run();
		return now;
	}

	@Override
	public void describe(ConversationSid conversationSid, String friendlyName, String attributes) {
		String sid = conversationSid.value();
		this.onCall.accept("describe");
		Conversation now = open(sid);
		this.writes.add("describe " + sid);
		this.conversations.put(sid,
				new Conversation(new ConversationSid(sid), now.state(),
						(friendlyName != null) ? friendlyName : now.friendlyName(),
						(attributes != null) ? attributes : now.attributes(), now.createdAt()));
	}

	@Override
	public void describeParticipant(ConversationSid conversationSid, String participantSid, String attributes) {
		String sid = conversationSid.value();
		this.onCall.accept("describeParticipant " + participantSid);
		open(sid);
		if (this.participants.get(sid).stream().noneMatch((it) -> it.sid().equals(participantSid))) {
			throw new ConversationGoneException();
		}
		this.writes.add("describeParticipant " + sid);
		this.participants.get(sid)
			.replaceAll((it) -> it.sid().equals(participantSid) ? new Participant(it.sid(), it.identity(), attributes,
					it.address(), it.proxyAddress(), it.projectedAddress()) : it);
	}

	@Override
	public Addition addWorker(ConversationSid conversationSid, WorkerIdentity worker, String projectedAddress) {
		String sid = conversationSid.value();
		this.onCall.accept("addWorker " + worker.written());
		String identity = worker.written();
		open(sid);
		if (this.full.contains(identity)) {
			return Addition.WORKER_FULL;
		}
		synchronized (this) {
			if (workersOf(sid).contains(identity)) {
				return Addition.ALREADY_THERE;
			}
			this.writes.add("addWorker " + sid + " " + identity);
			join(sid, identity, "{}", null, null, projectedAddress);
			return Addition.ADDED;
		}
	}

	@Override
	public void conversationsSince(Instant start, Consumer<Conversation> consumer) {
		this.onCall.accept("conversationsSince");
		new ArrayList<>(this.conversations.values()).stream()
			.filter((conversation) -> !conversation.createdAt().isBefore(start))
			.forEach(consumer);
		if (this.brokenList) {
			throw new TwilioUnavailableException("The rest cannot be read", null);
		}
	}

	@Override
	public WorkerStatus statusOf(WorkerIdentity identity) {
		this.onCall.accept("statusOf");
		if (this.refused.contains(identity.written())) {
			throw new TwilioRefusedException("Twilio refused (status 400, error 20001)", 20001);
		}
		return this.workers.getOrDefault(identity.written(), WorkerStatus.UNKNOWN);
	}

	public ChatUser user(String identity) {
		return user(WorkerIdentity.of(identity));
	}

	@Override
	public ChatUser user(WorkerIdentity identity) {
		this.onCall.accept("user");
		return this.users.get(identity.written());
	}

	@Override
	public void describeUser(WorkerIdentity identity, String friendlyName, String attributes) {
		this.onCall.accept("describeUser");
		this.writes.add("describeUser " + identity.written());
		ChatUser now = this.users.get(identity.written());
		this.users.put(identity.written(), new ChatUser((friendlyName != null) ? friendlyName : now.friendlyName(),
				(attributes != null) ? attributes : now.attributes()));
	}

	@Override
	public Message message(ConversationSid conversationSid, String messageSid) {
		this.onCall.accept("message");
		return latestMessages(conversationSid, 1000).stream()
			.filter((message) -> message.sid().equals(messageSid))
			.findFirst()
			.orElseThrow(ConversationGoneException::new);
	}

	@Override
	public List<Message> latestMessages(ConversationSid conversationSid, int limit) {
		this.onCall.accept("latestMessages");
		return this.messages.getOrDefault(conversationSid.value(), List.of()).stream().limit(limit).toList();
	}

	/** Calls {@code onCall} again after the message was sent. */
	@Override
	public String sendContent(ConversationSid conversationSid, ContentMessage message) {
		this.onCall.accept("sendContent");
		open(conversationSid.value());
		this.contents.add(message);
		String sid = message(conversationSid.value(), message.author().written(), null, message.attributes());
		this.onCall.accept("sentContent");
		return sid;
	}

	private Conversation open(String sid) {
		Conversation conversation = this.conversations.get(sid);
		if (conversation == null || conversation.state() == State.CLOSED) {
			throw new ConversationGoneException();
		}
		return conversation;
	}

}
