package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import io.frontlineservice.sandbox.pretend.wire.Journal.Tail;
import io.frontlineservice.sandbox.pretend.world.Conversation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * An open page, and the changes it has received. Used by {@link Broadcast} in one thread.
 */
final class PageStream {

	/** How soon a page reconnects after it has lost the connection. */
	private static final Duration RECONNECT = Duration.ofSeconds(1);

	private final SseEmitter emitter;

	private final PretendTwilio twilio;

	private long position;

	private @Nullable List<Shown> conversations;

	PageStream(SseEmitter emitter, PretendTwilio twilio) {
		this.emitter = emitter;
		this.twilio = twilio;
	}

	/** Sends the changes that the page has not received. */
	void catchUp() {
		try {
			Tail tail = this.twilio.journal().since(this.position);
			for (Entry entry : tail.entries()) {
				this.emitter.send(SseEmitter.event().name("exchange").data(entry));
			}
			this.position = tail.position();
			List<Shown> now = this.twilio.conversations()
				.stream()
				.map((it) -> new Shown(it, this.twilio.app().wantsTemplate(it)))
				.toList();
			if (!now.equals(this.conversations)) {
				this.emitter
					.send(SseEmitter.event().name("conversations").data(now).reconnectTime(RECONNECT.toMillis()));
				this.conversations = now;
			}
		}
		catch (IOException | IllegalStateException ex) {
			// The page is closed; the emitter reports it.
		}
	}

	void complete() {
		this.emitter.complete();
	}

	/**
	 * A conversation as the phones show it.
	 *
	 * @param wantsTemplate whether the worker may write only approved templates
	 */
	private record Shown(Conversation conversation, boolean wantsTemplate) {

	}

}
