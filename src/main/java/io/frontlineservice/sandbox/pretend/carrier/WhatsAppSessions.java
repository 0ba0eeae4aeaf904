package io.frontlineservice.sandbox.pretend.carrier;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.sandbox.pretend.world.Binding;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import io.frontlineservice.sandbox.pretend.world.Participant;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The 24-hour windows of WhatsApp. A message of the customer opens the window between the
 * customer and the address of the account, regardless of the conversation. Used by
 * {@link Carrier} and by phones. Thread-safe.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors/63016">Twilio: error 63016</a>
 */
public final class WhatsAppSessions {

	private static final Duration SESSION = Duration.ofHours(24);

	/** When the customer last wrote, by both addresses. */
	private final Map<String, Instant> lastMessages = new ConcurrentHashMap<>();

	private final InstantSource clock;

	private volatile boolean over;

	public WhatsAppSessions(InstantSource clock) {
		this.clock = clock;
	}

	/** The customer writes a message. */
	void open(Binding pair) {
		this.lastMessages.put(key(pair), this.clock.instant());
	}

	/** Sets whether all windows are closed, regardless of when customers wrote. */
	public void over(boolean all) {
		this.over = all;
	}

	boolean isOpen(Binding pair) {
		return this.clock.instant().isBefore(end(pair));
	}

	/**
	 * Returns when the window closes in which a worker may write any text; null for a
	 * conversation that is not on WhatsApp.
	 */
	public @Nullable Instant endOf(Conversation conversation) {
		return conversation.participants()
			.stream()
			.filter(Participant::writesFromPhone)
			.map((it) -> Objects.requireNonNull(it.binding()))
			.filter((it) -> it.isOn(ChannelType.WHATSAPP))
			.map(this::end)
			.max(Instant::compareTo)
			.orElse(null);
	}

	public void clear() {
		this.lastMessages.clear();
		this.over = false;
	}

	private Instant end(Binding pair) {
		Instant last = this.lastMessages.get(key(pair));
		return (last == null || this.over) ? Instant.EPOCH : last.plus(SESSION);
	}

	private static String key(Binding pair) {
		return pair.address() + " " + pair.proxyAddress();
	}

}
