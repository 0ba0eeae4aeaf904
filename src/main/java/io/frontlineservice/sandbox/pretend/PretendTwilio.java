package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Callback;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.account.Inventory;
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
 * A pretend Twilio: keeps conversations and users, answers Twilio's REST API on a port of
 * its own, and posts signed webhooks and callbacks to the service. Started by the sandbox
 * and by tests; what is documented of Twilio it does as documented, what is guessed is
 * said to be so where it is done. Thread-safe.
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

	private final WhatsAppRule whatsApp;

	private final CustomerPhones phones;

	private final AppScreens screens;

	private final FrontlineApp app;

	private final RestApi api;

	private @Nullable PretendServer server;

	public PretendTwilio(Account account) {
		this(account, InstantSource.system());
	}

	/**
	 * Makes one that has not started.
	 * @param clock what time it is in conversations and events
	 */
	public PretendTwilio(Account account, InstantSource clock) {
		this.clock = clock;
		this.journal = new Journal(this.changes, clock);
		this.world = PretendWorld.empty(this.conditions, this.changes, clock);
		this.callbacks = new Callbacks(account, this.conditions, this.journal, this.traffic, clock);
		this.deliveries = new Deliveries(this.conditions, this.callbacks, this.journal, this.threads);
		this.whatsApp = new WhatsAppRule(clock);
		Webhooks webhooks = new Webhooks(new PreEvents(this.conditions, this.callbacks),
				new Events(account.sid(), clock), this.deliveries);
		this.phones = new CustomerPhones(this.world, webhooks, this.conditions, this.journal, this.threads);
		this.screens = new AppScreens(this.callbacks, this.whatsApp);
		this.app = new FrontlineApp(this.world, webhooks, this.journal, this.screens, this.whatsApp);
		this.api = new RestApi(account, this.inventory, this.audit, this.conditions, this.world, webhooks);
	}

	/**
	 * Listens on loopback.
	 * @param port 0 for any that is free
	 */
	public PretendTwilio start(int port) {
		RestServer rest = new RestServer(this.api, this.faults, this.audit, this.journal, this.clock);
		this.server = PretendServer.start(port, this.threads, rest, new Controls(this), this.traffic);
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
		String start = base.toString().replaceFirst("/$", "");
		return callbacksAt((callback) -> URI.create(start + callback.path()));
	}

	/**
	 * Posts to these URLs from now on.
	 * @param urls the URL of each callback; null for one that is not to be called
	 */
	public PretendTwilio callbacksAt(Function<Callback, @Nullable URI> urls) {
		this.callbacks.to(urls);
		this.api.webhooksTo(urls.apply(Callback.CONVERSATIONS));
		return this;
	}

	/**
	 * Has this called after each change, of a conversation or of the {@link #journal}, on
	 * the thread that made it: it should be short.
	 * @return ends that
	 */
	public Runnable onChange(Runnable listener) {
		return this.changes.add(listener);
	}

	/**
	 * Has all that goes over the wire from now on told to a watcher, who is called by
	 * several threads, and for whom everything waits.
	 */
	public PretendTwilio onTraffic(Consumer<TrafficEvent> watcher) {
		this.traffic.by(watcher);
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
		try {
			return this.app.start(worker, customerId, channelType, channelValue);
		}
		catch (AppException ex) {
			return null;
		}
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
		this.world.users().change(identity, (it) -> it.signedIn(available));
	}

	/** An administrator takes the app away from a worker. */
	public void deactivate(String identity) {
		this.world.users().change(identity, (it) -> it.described(null, null, false, null, this.world.now()));
	}

	/** All conversations as they are now, the oldest first. */
	public List<Conversation> conversations() {
		return this.world.conversations().where((it) -> true);
	}

	/** A conversation as it is now. */
	public Conversation conversation(String conversationSid) {
		return this.world.conversations().get(conversationSid);
	}

	/** Who is in a conversation by identity, in the order they came. */
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

	/** What the app shows. */
	public AppScreens screens() {
		return this.screens;
	}

	/** What workers do in the app. */
	public FrontlineApp app() {
		return this.app;
	}

	/** What the account has, beside conversations. */
	public Inventory inventory() {
		return this.inventory;
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

	/** Forgets everything but the account with all it has, the port and the service. */
	public void reset() {
		this.conditions.reset();
		this.deliveries.reset();
		this.world.clear();
		this.whatsApp.clear();
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
