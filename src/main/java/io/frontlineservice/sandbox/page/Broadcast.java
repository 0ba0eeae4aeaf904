package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Tells all open pages what has changed, one after the other and on a thread of its own,
 * so that a slow browser holds nobody up. Used by {@link WireController}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class Broadcast implements AutoCloseable {

	private static final long FOR_EVER = -1;

	private final List<PageStream> listeners = new CopyOnWriteArrayList<>();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "sandbox-page");
		thread.setDaemon(true);
		return thread;
	});

	/** Whether the listeners are about to be told. */
	private final AtomicBoolean told = new AtomicBoolean();

	private final PretendTwilio twilio;

	private final Runnable end;

	Broadcast(PretendTwilio twilio) {
		this.twilio = twilio;
		this.end = twilio.onChange(this::tell);
	}

	/** A stream that begins with all there is. */
	SseEmitter newStream() {
		SseEmitter emitter = new SseEmitter(FOR_EVER);
		PageStream listener = new PageStream(emitter, this.twilio);
		emitter.onCompletion(() -> this.listeners.remove(listener));
		this.listeners.add(listener);
		tell();
		return emitter;
	}

	private void tell() {
		if (this.told.compareAndSet(false, true)) {
			this.thread.execute(() -> {
				this.told.set(false);
				this.listeners.forEach(PageStream::catchUp);
			});
		}
	}

	/** Else the server would wait for the pages to go before it stops. */
	@EventListener(ContextClosedEvent.class)
	void sayGoodbye() {
		this.listeners.forEach(PageStream::leave);
	}

	@Override
	public void close() {
		this.end.run();
		this.thread.shutdownNow();
	}

}
