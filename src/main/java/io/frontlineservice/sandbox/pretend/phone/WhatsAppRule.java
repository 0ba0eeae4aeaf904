package io.frontlineservice.sandbox.pretend.phone;

import io.frontlineservice.address.ChannelType;
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
import org.jspecify.annotations.Nullable;

/**
 * The rule of WhatsApp: for 24 hours after a message of the customer a worker may write
 * any text, and after that only approved templates. {@link AppScreens} registers the
 * templates, {@link FrontlineApp} checks messages. Thread-safe.
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

	/** Registers a text as approved by WhatsApp. */
	void approve(String text) {
		this.approved.add(text);
	}

	/** Whether a worker may write this text in the conversation. */
	boolean allows(Conversation conversation, String text) {
		return !wantsTemplate(conversation) || this.approved.contains(text);
	}

	/** Whether a worker may write only approved templates in the conversation. */
	public boolean wantsTemplate(Conversation conversation) {
		Instant from = templatesFrom(conversation);
		return from != null && !from.isAfter(this.clock.instant());
	}

	/**
	 * Returns when a worker may begin to write only approved templates in the
	 * conversation; null if never.
	 */
	public @Nullable Instant templatesFrom(Conversation conversation) {
		return isOnWhatsApp(conversation)
				? lastFromCustomer(conversation).map((it) -> it.plus(SESSION)).orElse(Instant.EPOCH) : null;
	}

	public void clear() {
		this.approved.clear();
	}

	private static Optional<Instant> lastFromCustomer(Conversation conversation) {
		return conversation.messages()
			.stream()
			.filter((it) -> it.participantSid() != null)
			.filter((it) -> conversation.find(Objects.requireNonNull(it.participantSid()))
				.filter(Participant::writesFromPhone)
				.isPresent())
			.map(Message::createdAt)
			.max(Instant::compareTo);
	}

	private static boolean isOnWhatsApp(Conversation conversation) {
		return conversation.participants()
			.stream()
			.map(Participant::binding)
			.anyMatch((it) -> it != null && it.isOn(ChannelType.WHATSAPP));
	}

}
