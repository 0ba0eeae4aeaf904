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
 * Sends changes to all open pages. It has a thread of its own, so that a slow browser
 * blocks no request. Used by {@link WireController}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class Broadcast implements AutoCloseable {

	private static final long NO_TIMEOUT = -1;

	private final List<PageStream> streams = new CopyOnWriteArrayList<>();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "sandbox-page");
		thread.setDaemon(true);
		return thread;
	});

	/** Whether an update of all streams is scheduled. */
	private final AtomicBoolean scheduled = new AtomicBoolean();

	private final PretendTwilio twilio;

	private final Runnable removeListener;

	Broadcast(PretendTwilio twilio) {
		this.twilio = twilio;
		this.removeListener = twilio.onChange(this::update);
	}

	/** Returns a stream that starts with the current state. */
	SseEmitter newStream() {
		SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
		PageStream stream = new PageStream(emitter, this.twilio);
		emitter.onCompletion(() -> this.streams.remove(stream));
		this.streams.add(stream);
		update();
		return emitter;
	}

	private void update() {
		if (this.scheduled.compareAndSet(false, true)) {
			this.thread.execute(() -> {
				this.scheduled.set(false);
				this.streams.forEach(PageStream::catchUp);
			});
		}
	}

	/** Without this, the server would wait for open pages before it stops. */
	@EventListener(ContextClosedEvent.class)
	void completeAll() {
		this.streams.forEach(PageStream::complete);
	}

	@Override
	public void close() {
		this.removeListener.run();
		this.thread.shutdownNow();
	}

}
