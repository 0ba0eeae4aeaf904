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
import io.frontlineservice.sandbox.pretend.rest.Audit;
import io.frontlineservice.sandbox.pretend.rest.RestApi;
import io.frontlineservice.sandbox.pretend.rest.RestServer;
import io.frontlineservice.sandbox.pretend.webhook.Deliveries;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Participant;
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

	private final Stage stage;

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
		this.stage = Stage.of(account, clock, this.threads);
		this.phones = new CustomerPhones(this.stage);
		this.screens = new AppScreens(this.stage);
		this.app = new FrontlineApp(this.stage, this.screens);
		this.api = new RestApi(account, this.inventory, this.audit, this.stage);
	}

	/**
	 * Listens on loopback.
	 * @param port 0 for any that is free
	 */
	public PretendTwilio start(int port) {
		RestServer rest = new RestServer(this.api, this.faults, this.audit, this.stage);
		this.server = PretendServer.start(port, this.threads, rest, new Controls(this, this.stage),
				this.stage.traffic());
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
		this.stage.callbacks().to(urls);
		this.api.webhooksTo(urls.apply(Callback.CONVERSATIONS));
		return this;
	}

	/**
	 * Has this called after each change, of a conversation or of the {@link #journal}, on
	 * the thread that made it: it should be short.
	 * @return ends that
	 */
	public Runnable onChange(Runnable listener) {
		return this.stage.changes().add(listener);
	}

	/**
	 * Has all that goes over the wire from now on told to a watcher, who is called by
	 * several threads, and for whom everything waits.
	 */
	public PretendTwilio onTraffic(Consumer<TrafficEvent> watcher) {
		this.stage.traffic().by(watcher);
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
		this.stage.users().change(identity, (it) -> it.signedIn(available));
	}

	/** An administrator takes the app away from a worker. */
	public void deactivate(String identity) {
		this.stage.users().change(identity, (it) -> it.described(null, null, false, null, this.stage.now()));
	}

	/** All conversations as they are now, the oldest first. */
	public List<Conversation> conversations() {
		return this.stage.conversations().where((it) -> true);
	}

	/** A conversation as it is now. */
	public Conversation conversation(String conversationSid) {
		return this.stage.conversations().get(conversationSid);
	}

	/** Who is in a conversation by identity, in the order they came. */
	public List<String> workersOf(String conversationSid) {
		return conversation(conversationSid).participants()
			.stream()
			.map(Participant::identity)
			.filter(Objects::nonNull)
			.toList();
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
		return this.stage.conditions();
	}

	public Deliveries deliveries() {
		return this.stage.deliveries();
	}

	public Faults faults() {
		return this.faults;
	}

	public Journal journal() {
		return this.stage.journal();
	}

	public Audit audit() {
		return this.audit;
	}

	/** Forgets everything but the account with all it has, the port and the service. */
	public void reset() {
		this.stage.clear();
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
