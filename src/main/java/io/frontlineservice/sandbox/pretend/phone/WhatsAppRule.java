package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.Participant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * WhatsApp's rule: for 24 hours after a customer has written anything may be answered,
 * after that approved templates alone. Told of those by {@link AppScreens}, asked by
 * {@link FrontlineApp}. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/frontline/templated-messages">Frontline:
 * templated messages</a>
 */
public final class WhatsAppRule {

	private static final Duration SESSION = Duration.ofHours(24);

	private final Set<String> approved = ConcurrentHashMap.newKeySet();

	private final InstantSource clock;

	public WhatsAppRule(InstantSource clock) {
		this.clock = clock;
	}

	/** Takes a text for one that WhatsApp has approved. */
	void approve(String text) {
		this.approved.add(text);
	}

	/** Whether that may be written in the conversation. */
	boolean allows(Conversation conversation, String text) {
		return !isOnWhatsApp(conversation) || isOpen(conversation) || this.approved.contains(text);
	}

	/** Whether only approved templates may be written. */
	public boolean wantsTemplate(Conversation conversation) {
		return isOnWhatsApp(conversation) && !isOpen(conversation);
	}

	public void clear() {
		this.approved.clear();
	}

	private boolean isOpen(Conversation conversation) {
		Optional<Instant> last = conversation.messages()
			.stream()
			.filter((it) -> it.participantSid() != null)
			.filter((it) -> conversation.find(Objects.requireNonNull(it.participantSid()))
				.filter(Participant::isOnAPhone)
				.isPresent())
			.map(Message::createdAt)
			.max(Instant::compareTo);
		return last.isPresent() && last.get().plus(SESSION).isAfter(this.clock.instant());
	}

	private static boolean isOnWhatsApp(Conversation conversation) {
		return conversation.participants()
			.stream()
			.map(Participant::binding)
			.anyMatch((it) -> it != null && it.type().equals("whatsapp"));
	}

}
