package io.frontlineservice.sandbox.pretend;

import io.frontlineservice.sandbox.pretend.account.Account;
import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.phone.WhatsAppRule;
import io.frontlineservice.sandbox.pretend.rest.Resources;
import io.frontlineservice.sandbox.pretend.webhook.Callbacks;
import io.frontlineservice.sandbox.pretend.webhook.Deliveries;
import io.frontlineservice.sandbox.pretend.webhook.Events;
import io.frontlineservice.sandbox.pretend.webhook.PreEvents;
import io.frontlineservice.sandbox.pretend.wire.ChangeListeners;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import io.frontlineservice.sandbox.pretend.wire.TrafficPublisher;
import io.frontlineservice.sandbox.pretend.world.Conversations;
import io.frontlineservice.sandbox.pretend.world.Users;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/**
 * What a pretend Twilio consists of, for all who act on it: the REST API, customers'
 * phones and the workers' app. Set by {@link PretendTwilio}. Thread-safe.
 */
public record Stage(Conditions conditions, Conversations conversations, Users users, Events events, Callbacks callbacks,
		PreEvents preEvents, Deliveries deliveries, WhatsAppRule whatsApp, Resources resources, Journal journal,
		TrafficPublisher traffic, ChangeListeners changes, Executor threads, InstantSource clock) {

	static Stage of(Account account, InstantSource clock, Executor threads) {
		Conditions conditions = new Conditions();
		ChangeListeners changes = new ChangeListeners();
		Journal journal = new Journal(changes);
		TrafficPublisher traffic = new TrafficPublisher();
		Callbacks callbacks = new Callbacks(account, conditions, journal, traffic, clock);
		return new Stage(conditions, new Conversations(conditions, changes, clock), new Users(clock),
				new Events(account.sid(), clock), callbacks, new PreEvents(conditions, callbacks),
				new Deliveries(conditions, callbacks, journal, clock, threads), new WhatsAppRule(clock),
				new Resources(account.sid()), journal, traffic, changes, threads, clock);
	}

	public Instant now() {
		return this.clock.instant();
	}

	/** Writes down what was not sent or not done. */
	public void note(String text) {
		this.journal.note(now(), text);
	}

	void clear() {
		this.conditions.reset();
		this.deliveries.reset();
		this.conversations.clear();
		this.users.clear();
		this.whatsApp.clear();
		this.journal.clear();
	}

}
