package io.frontlineservice.sandbox.pretend.account;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The limits and timeouts of a pretend Twilio, Twilio's own by default. Changed by tests
 * at any time. Thread-safe.
 */
public final class Conditions {

	/** The events that are selected by default. */
	static final Set<String> TICKED = Set.of("onConversationAdd", "onParticipantAdded", "onParticipantRemoved",
			"onConversationStateUpdated");

	private volatile Set<String> usual = TICKED;

	private volatile Set<String> ticked = TICKED;

	private volatile Predicate<String> withoutWhatsApp = (address) -> false;

	private volatile Duration webhookTimeout = Callback.CONVERSATIONS.limit();

	private volatile Duration routingTimeout = Callback.ROUTING.limit();

	private volatile Duration initializing = Duration.ZERO;

	private volatile int conversationsOfAUser = 1000;

	private volatile boolean forgingSignatures;

	private volatile boolean signingByKey;

	public Conditions() {
	}

	/** Selects the events of Conversations that are posted to the service. */
	public Conditions ticked(String... events) {
		this.ticked = Set.of(events);
		return this;
	}

	/** Selects more events, also after a {@link #reset}. */
	public Conditions alwaysTicked(String... more) {
		Set<String> all = new HashSet<>(this.usual);
		all.addAll(List.of(more));
		this.usual = Set.copyOf(all);
		this.ticked = this.usual;
		return this;
	}

	/** Sets which WhatsApp addresses belong to no user of WhatsApp. */
	public Conditions withoutWhatsApp(Predicate<String> addresses) {
		this.withoutWhatsApp = addresses;
		return this;
	}

	/** Sets how long a webhook of Conversations may take. */
	public Conditions webhookTimeout(Duration limit) {
		this.webhookTimeout = limit;
		return this;
	}

	/** Sets how long the routing callback may take. */
	public Conditions routingTimeout(Duration limit) {
		this.routingTimeout = limit;
		return this;
	}

	/**
	 * Sets how long a conversation that a customer started stays in the state
	 * {@code initializing} and cannot be changed. {@code PretendTwilio.activate} ends it
	 * early.
	 */
	public Conditions initializingFor(Duration time) {
		this.initializing = time;
		return this;
	}

	/** Sets the maximum number of open conversations of a user. */
	public Conditions conversationsOfAUser(int most) {
		this.conversationsOfAUser = most;
		return this;
	}

	/** Sets whether callbacks have an invalid signature. */
	public Conditions forgingSignatures(boolean wrong) {
		this.forgingSignatures = wrong;
		return this;
	}

	/**
	 * Sets whether callbacks are signed by the account's shared key instead of its auth
	 * token. Without a shared key this has no effect.
	 */
	public Conditions signingByKey(boolean byKey) {
		this.signingByKey = byKey;
		return this;
	}

	public void reset() {
		ticked(this.usual.toArray(String[]::new)).withoutWhatsApp((address) -> false)
			.webhookTimeout(Callback.CONVERSATIONS.limit())
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

	/** Whether a WhatsApp address belongs to a user of WhatsApp. */
	public boolean isOnWhatsApp(String address) {
		return !this.withoutWhatsApp.test(address);
	}

	/** How long Twilio waits for a response to that callback. */
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
