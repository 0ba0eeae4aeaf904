package io.frontlineservice.sandbox.pretend.account;

import java.time.Duration;
import java.util.Set;

/**
 * How a {@code PretendTwilio} is set up: its limits and time limits, which are Twilio's
 * own until they are changed. Changed by tests at any time. Thread-safe.
 */
public final class Conditions {

	/** The events that are ticked to begin with. */
	static final Set<String> TICKED = Set.of("onConversationAdd", "onParticipantAdded", "onParticipantRemoved",
			"onConversationStateUpdated");

	private volatile Set<String> ticked = TICKED;

	private volatile Duration webhookTimeout = Callback.CONVERSATIONS.limit();

	private volatile Duration routingTimeout = Callback.ROUTING.limit();

	private volatile Duration initializing = Duration.ZERO;

	private volatile int conversationsOfAUser = 1000;

	private volatile boolean forgingSignatures;

	private volatile boolean signingByKey;

	public Conditions() {
	}

	/** Which events of Conversations are posted to the service. */
	public Conditions ticked(String... events) {
		this.ticked = Set.of(events);
		return this;
	}

	/** How long a webhook of Conversations may take. */
	public Conditions webhookTimeout(Duration limit) {
		this.webhookTimeout = limit;
		return this;
	}

	/** How long the routing callback may take. */
	public Conditions routingTimeout(Duration limit) {
		this.routingTimeout = limit;
		return this;
	}

	/**
	 * For how long a conversation that a customer began cannot be changed, unless
	 * {@code PretendTwilio.activate} ends that.
	 */
	public Conditions initializingFor(Duration time) {
		this.initializing = time;
		return this;
	}

	/** In how many open conversations a user can be. */
	public Conditions conversationsOfAUser(int most) {
		this.conversationsOfAUser = most;
		return this;
	}

	/** Whether everything is posted with a signature that is none. */
	public Conditions forgingSignatures(boolean wrong) {
		this.forgingSignatures = wrong;
		return this;
	}

	/**
	 * Whether everything is signed by the account's shared key, if it has one, in place
	 * of its auth token.
	 */
	public Conditions signingByKey(boolean byKey) {
		this.signingByKey = byKey;
		return this;
	}

	public void reset() {
		ticked(TICKED.toArray(String[]::new)).webhookTimeout(Callback.CONVERSATIONS.limit())
			.routingTimeout(Callback.ROUTING.limit())
			.initializingFor(Duration.ZERO)
			.conversationsOfAUser(1000)
			.forgingSignatures(false)
			.signingByKey(false);
	}

	public boolean isTicked(String event) {
		return this.ticked.contains(event);
	}

	public Set<String> ticked() {
		return this.ticked;
	}

	/** How long Twilio waits for an answer there. */
	public Duration limitOf(Callback callback) {
		return switch (callback) {
			case CONVERSATIONS -> this.webhookTimeout;
			case ROUTING -> this.routingTimeout;
			case CRM, OUTGOING_CONVERSATION, TEMPLATES -> callback.limit();
		};
	}

	public boolean forgesSignatures() {
		return this.forgingSignatures;
	}

	public boolean signsByKey() {
		return this.signingByKey;
	}

	public Duration initializing() {
		return this.initializing;
	}

	public int conversationsOfAUser() {
		return this.conversationsOfAUser;
	}

}
