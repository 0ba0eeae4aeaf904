package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.carrier.WhatsAppSessions;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The rule of the app for WhatsApp: for 24 hours after a message of the customer a worker
 * may write any text, and after that only templates that are marked as approved.
 * {@link AppScreens} registers the templates, {@link FrontlineApp} checks messages. What
 * WhatsApp then does with the message is decided by its carrier. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/templated-messages">Frontline:
 * templated messages</a>
 */
public final class WhatsAppRule {

	private final Set<String> approved = ConcurrentHashMap.newKeySet();

	private final WhatsAppSessions sessions;

	private final InstantSource clock;

	public WhatsAppRule(WhatsAppSessions sessions, InstantSource clock) {
		this.sessions = sessions;
		this.clock = clock;
	}

	/** Registers the text of a template that is marked as approved. */
	void approve(String text) {
		this.approved.add(text);
	}

	/** Whether a worker may write this text in the conversation. */
	boolean allows(Conversation conversation, String text) {
		return !wantsTemplate(conversation) || this.approved.contains(text);
	}

	/** Whether a worker may write only approved templates in the conversation. */
	boolean wantsTemplate(Conversation conversation) {
		Instant from = templatesFrom(conversation);
		return from != null && !from.isAfter(this.clock.instant());
	}

	/**
	 * Returns when a worker may begin to write only approved templates in the
	 * conversation; null if never.
	 */
	@Nullable Instant templatesFrom(Conversation conversation) {
		return this.sessions.endOf(conversation);
	}

	public void clear() {
		this.approved.clear();
	}

}
