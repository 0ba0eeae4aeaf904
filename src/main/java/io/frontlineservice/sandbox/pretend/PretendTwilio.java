package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.account.Contents;
import io.frontlineservice.sandbox.pretend.account.Inventory;
import io.frontlineservice.sandbox.pretend.carrier.Carrier;
import io.frontlineservice.sandbox.pretend.carrier.WhatsAppSessions;
import io.frontlineservice.sandbox.pretend.fault.Faults;
import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.sandbox.pretend.phone.AppScreens;
import io.frontlineservice.sandbox.pretend.phone.CustomerPhones;
import io.frontlineservice.sandbox.pretend.phone.FrontlineApp;
import io.frontlineservice.sandbox.pretend.phone.WhatsAppRule;
import io.frontlineservice.sandbox.pretend.rest.Audit;
import io.frontlineservice.sandbox.pretend.rest.RestApi;
import io.frontlineservice.sandbox.pretend.rest.RestServer;
import io.frontlineservice.sandbox.pretend.webhook.Callbacks;
import io.frontlineservice.sandbox.pretend.webhook.Deliveries;
import io.frontlineservice.sandbox.pretend.webhook.Events;
import io.frontlineservice.sandbox.pretend.webhook.PreEvents;
import io.frontlineservice.sandbox.pretend.webhook.Webhooks;
import io.frontlineservice.sandbox.pretend.wire.ChangeListeners;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficPublisher;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.ConversationChanges;
import io.frontlineservice.sandbox.pretend.world.Participant;
import io.frontlineservice.sandbox.pretend.world.PretendWorld;
import io.frontlineservice.sandbox.pretend.world.Users;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A pretend Twilio: keeps conversations and users, answers Twilio's REST API on its own
 * port, and posts signed webhooks and callbacks to the service. Started by the sandbox
 * and by tests. Does what Twilio documents; a comment marks each behavior that is a
 * guess. Thread-safe.
 */
public final class PretendTwilio implements AutoCloseable {

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "pretend-twilio");
		thread.setDaemon(true);
		return thread;
	});

	private final Faults faults = new Faults();

	private final Audit audit = new Audit();

	private final Inventory inventory = new Inventory();

	private final Conditions conditions = new Conditions();

	private final ChangeListeners changes = new ChangeListeners();

	private final TrafficPublisher traffic = new TrafficPublisher();

	private final InstantSource clock;

	private final Journal journal;

	private final PretendWorld world;

	private final Callbacks callbacks;

	private final Deliveries deliveries;

	private final Contents contents = new Contents();

	private final WhatsAppSessions sessions;

	private final WhatsAppRule whatsApp;

	private final Carrier carrier;

	private final CustomerPhones phones;

	private final AppScreens screens;

	private final FrontlineApp app;

	private final RestApi api;

	private @Nullable PretendServer server;

	public PretendTwilio(Account account) {
		this(account, InstantSource.system());
	}

	/**
	 * Creates a pretend Twilio, which does not listen yet.
	 * @param clock the time of conversations and events
	 */
	public PretendTwilio(Account account, InstantSource clock) {
		this.clock = clock;
		this.journal = new Journal(this.changes, clock);
		this.world = PretendWorld.empty(this.conditions, this.changes, clock);
		this.callbacks = new Callbacks(account, this.conditions, this.journal, this.traffic, clock);
		this.deliveries = new Deliveries(this.conditions, this.callbacks, this.journal, this.threads);
		this.sessions = new WhatsAppSessions(clock);
		this.whatsApp = new WhatsAppRule(this.sessions, clock);
		Webhooks webhooks = new Webhooks(new PreEvents(this.conditions, this.callbacks),
				new Events(account.sid(), clock), this.deliveries);
		this.carrier = new Carrier(this.world, webhooks, this.conditions, this.contents, this.sessions);
		this.phones = new CustomerPhones(this.world, webhooks, this.conditions, this.journal, this.carrier,
				this.threads);
		this.screens = new AppScreens(this.callbacks, this.journal.causes(), this.whatsApp);
		this.app = new FrontlineApp(this.world, webhooks, this.journal, this.screens, this.whatsApp, this.carrier);
		this.api = new RestApi(account, this.inventory, this.contents, this.audit, this.conditions, this.world,
				webhooks, this.carrier, this.threads);
	}

	/**
	 * Starts to listen on loopback.
	 * @param port 0 for any free port
	 */
	public PretendTwilio start(int port) {
		RestServer rest = new RestServer(this.api, this.faults, this.audit, this.journal, this.clock);
		this.server = PretendServer.start(port, this.threads, rest, new Controls(this), this.traffic);
		return this;
	}

	/** Returns the URL of the REST API, which replaces Twilio's hosts. */
	public URI url() {
		return Objects.requireNonNull(this.server, "not started").url();
	}

	/**
	 * Posts callbacks to this service from now on.
	 * @param base the URL of the service, to which the paths of the callbacks are added
	 */
	public PretendTwilio callbacksAt(URI base) {
		String start = base.toString().replaceFirst("/$", "");
		return callbacksAt((callback) -> URI.create(start + callback.path()));
	}

	/**
	 * Posts callbacks to these URLs from now on.
	 * @param urls the URL of each callback; null for a callback that is not called
	 */
	public PretendTwilio callbacksAt(Function<Callback, @Nullable URI> urls) {
		this.callbacks.urls(urls);
		this.api.webhooksTo(urls.apply(Callback.CONVERSATIONS));
		return this;
	}

	/**
	 * Returns the conversations that were created, changed or deleted after a position.
	 */
	public ConversationChanges conversationsSince(long position) {
		return this.world.conversations().since(position);
	}

	/**
	 * Calls a listener after each change of a conversation or of the {@link #journal}, on
	 * the thread that made the change. The listener must be short.
	 * @return removes the listener
	 */
	public Runnable onChange(Runnable listener) {
		return this.changes.add(listener);
	}

	/**
	 * Reports all further traffic to a listener. Several threads call it, and each
	 * request waits until it returns.
	 */
	public PretendTwilio onTraffic(Consumer<TrafficEvent> listener) {
		this.traffic.listener(listener);
		return this;
	}

	/**
	 * A customer writes by SMS, or by WhatsApp if the addresses start with
	 * {@code whatsapp:}. Returns when all resulting events are posted and answered.
	 * @return the SID of the conversation; null if the message is lost
	 */
	public @Nullable String inbound(String from, String to, String body) {
		return this.phones.write(from, to, body);
	}

	/**
	 * A customer writes a group MMS to a number of the account and to others.
	 * @return the SID of the conversation; null if the message is lost
	 */
	public @Nullable String groupInbound(String author, List<String> others, String ourNumber, String body) {
		return this.phones.writeToGroup(author, others, ourNumber, body);
	}

	/**
	 * A worker starts a conversation in the app.
	 * @return the SID of the conversation; null if it is refused
	 */
	public @Nullable String startOutbound(String worker, String customerId, String channelType, String channelValue) {
		try {
			return this.app.start(worker, customerId, channelType, channelValue);
		}
		catch (AppException ex) {
			return null;
		}
	}

	/** Ends the initialization of a conversation early. */
	public void activate(String conversationSid) {
		this.phones.activate(conversationSid);
	}

	/** A worker closes a conversation in the app. */
	public void close(String conversationSid) {
		this.app.close(conversationSid);
	}

	/** A user joins a conversation without a REST call. */
	public void join(String conversationSid, String identity) {
		this.app.join(conversationSid, identity);
	}

	public void leave(String conversationSid, String identity) {
		this.app.leave(conversationSid, identity);
	}

	/** A worker opens the app. The first time creates a user of Frontline. */
	public void signIn(String identity, boolean available) {
		this.world.users().change(identity, (it) -> it.signedIn(available));
	}

	/** A worker opens the app for the first time; later calls change nothing. */
	public void signInOnce(String identity) {
		this.world.users().change(identity, (it) -> it.signedIn() ? it : it.signedIn(true));
	}

	/** An administrator deactivates a worker in Frontline. */
	public void deactivate(String identity) {
		this.world.users().change(identity, (it) -> it.described(null, null, false, null, this.world.now()));
	}

	/** Returns all conversations, the oldest first. */
	public List<Conversation> conversations() {
		return this.world.conversations().where((it) -> true);
	}

	public Conversation conversation(String conversationSid) {
		return this.world.conversations().get(conversationSid);
	}

	/** Returns the identities in a conversation, in the order they joined. */
	public List<String> workersOf(String conversationSid) {
		return conversation(conversationSid).participants()
			.stream()
			.map(Participant::identity)
			.filter(Objects::nonNull)
			.toList();
	}

	Users users() {
		return this.world.users();
	}

	/** The screens of the app. */
	public AppScreens screens() {
		return this.screens;
	}

	/** What workers do in the app. */
	public FrontlineApp app() {
		return this.app;
	}

	/** The numbers and senders of the account. */
	public Inventory inventory() {
		return this.inventory;
	}

	/** The contents of the account, which survive a {@link #reset}. */
	public Contents contents() {
		return this.contents;
	}

	/**
	 * Closes the 24-hour windows of WhatsApp regardless of when customers wrote, or no
	 * longer.
	 */
	public void whatsAppWindowsOver(boolean over) {
		this.sessions.over(over);
		this.world.conversations().markChanged();
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

	/**
	 * Resets everything except the account, its inventory and contents, the port and the
	 * URLs of the service.
	 */
	public void reset() {
		this.conditions.reset();
		this.deliveries.reset();
		this.world.clear();
		this.whatsApp.clear();
		this.carrier.clear();
		this.journal.clear();
		this.api.clear();
		this.faults.clear();
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
