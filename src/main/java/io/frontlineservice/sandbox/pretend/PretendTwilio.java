package io.frontlineservice.sandbox.pretend;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Twilio: keeps conversations and users, answers Twilio's REST API on a port of
 * its own, and posts signed webhooks and callbacks to the service. Started by the sandbox
 * and by tests; what is documented of Twilio it does as documented, what is guessed is
 * said to be so where it is done. Thread-safe.
 */
public final class PretendTwilio implements AutoCloseable {

	private final Conditions conditions = new Conditions();

	private final Faults faults = new Faults();

	private final Journal journal = new Journal();

	private final Audit audit = new Audit();

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "pretend-twilio");
		thread.setDaemon(true);
		return thread;
	});

	private final Conversations conversations;

	private final Users users;

	private final Callbacks callbacks;

	private final Deliveries deliveries;

	private final CustomerPhones phones;

	private final FrontlineApp app;

	private final WebhookCalls webhooks;

	private final RestServer rest;

	private final Controls controls;

	private @Nullable PretendServer server;

	public PretendTwilio(Account account) {
		this(account, InstantSource.system());
	}

	/**
	 * Makes one that has not started.
	 * @param clock what time it is in conversations and events
	 */
	public PretendTwilio(Account account, InstantSource clock) {
		Events events = new Events(account.sid(), clock);
		Resources resources = new Resources(account.sid());
		this.conversations = new Conversations(this.conditions, clock);
		this.users = new Users(clock);
		this.callbacks = new Callbacks(account.signer(), this.conditions, this.journal, clock);
		this.deliveries = new Deliveries(this.conditions, this.callbacks, this.journal, clock, this.threads);
		PreEvents preEvents = new PreEvents(this.conditions, this.callbacks);
		this.phones = new CustomerPhones(this.conversations, this.conditions, preEvents, events, this.deliveries,
				this.journal, clock, this.threads);
		this.app = new FrontlineApp(this.conversations, this.users, preEvents, events, this.callbacks, this.deliveries,
				this.journal, clock);
		this.webhooks = new WebhookCalls(this.conditions, resources);
		this.rest = new RestServer(
				new RestApi(account, this.audit,
						new ConversationCalls(this.conversations, preEvents, events, this.deliveries, resources, clock),
						new ParticipantCalls(this.conversations, this.users, events, this.deliveries, resources, clock),
						new MessageCalls(this.conversations, events, this.deliveries, resources),
						new UserCalls(this.users, resources, clock), this.webhooks),
				this.faults, this.audit, this.journal, clock);
		this.controls = new Controls(this, this.conversations, this.users);
	}

	/**
	 * Listens on loopback.
	 * @param port 0 for any that is free
	 */
	public PretendTwilio start(int port) {
		this.server = PretendServer.start(port, this.threads, this.rest, this.controls);
		return this;
	}

	/** Where the REST API is, instead of Twilio's hosts. */
	public URI url() {
		return Objects.requireNonNull(this.server, "not started").url();
	}

	/**
	 * Posts to that service from now on.
	 * @param base its URL, to which the paths of the callbacks are added
	 */
	public PretendTwilio callbacksAt(URI base) {
		this.callbacks.to(base);
		return this;
	}

	/**
	 * A customer writes by SMS, or by WhatsApp if the addresses say so. Returns when all
	 * that follows has been posted and answered.
	 * @return the SID of the conversation; null if the message is lost
	 */
	public @Nullable String inbound(String from, String to, String body) {
		return this.phones.write(from, to, body);
	}

	/**
	 * A customer writes a group MMS to us and others.
	 * @return the SID of the conversation; null if the message is lost
	 */
	public @Nullable String groupInbound(String author, List<String> others, String ourNumber, String body) {
		return this.phones.writeToGroup(author, others, ourNumber, body);
	}

	/**
	 * A worker begins a conversation in the app.
	 * @return the SID of the conversation; null if it is refused
	 */
	public @Nullable String startOutbound(String worker, String customerId, String channelType, String channelValue) {
		return this.app.start(worker, customerId, channelType, channelValue);
	}

	/** Ends the making of a conversation, before its time. */
	public void activate(String conversationSid) {
		this.phones.activate(conversationSid);
	}

	/** A worker closes a conversation in the app. */
	public void close(String conversationSid) {
		this.app.close(conversationSid);
	}

	/** Somebody comes into a conversation who was not added by REST. */
	public void join(String conversationSid, String identity) {
		this.app.join(conversationSid, identity);
	}

	public void leave(String conversationSid, String identity) {
		this.app.leave(conversationSid, identity);
	}

	/** A worker opens the app; the first time makes them a user of Frontline. */
	public void signIn(String identity, boolean available) {
		this.users.change(identity, (it) -> it.signedIn(available));
	}

	/** Who is in a conversation by identity, in the order they came. */
	public List<String> workersOf(String conversationSid) {
		return this.conversations.get(conversationSid)
			.participants()
			.stream()
			.map(Participant::identity)
			.filter(Objects::nonNull)
			.toList();
	}

	public Conditions conditions() {
		return this.conditions;
	}

	public Deliveries deliveries() {
		return this.deliveries;
	}

	public Faults faults() {
		return this.faults;
	}

	public Journal journal() {
		return this.journal;
	}

	public Audit audit() {
		return this.audit;
	}

	/** Forgets everything but the account, the port and the service. */
	public void reset() {
		this.conditions.reset();
		this.deliveries.normally();
		this.faults.clear();
		this.conversations.clear();
		this.users.clear();
		this.webhooks.clear();
		this.journal.clear();
		this.audit.clear();
	}

	@Override
	public void close() {
		this.faults.clear();
		if (this.server != null) {
			this.server.stop();
		}
		this.threads.shutdownNow();
	}

}
