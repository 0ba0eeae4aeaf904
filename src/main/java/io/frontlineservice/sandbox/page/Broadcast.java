package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends changes to all open pages, at most ten times a second. It has a thread of its
 * own, so that a slow browser blocks no request. Used by {@link WireController}.
 * Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class Broadcast implements AutoCloseable {

	private static final long NO_TIMEOUT = -1;

	private static final long NANOS_BETWEEN = TimeUnit.MILLISECONDS.toNanos(100);

	/** Differs after a restart of the sandbox. */
	private final String run = UUID.randomUUID().toString();

	private final List<PageStream> streams = new CopyOnWriteArrayList<>();

	private final ExecutorService thread = Executors.newSingleThreadExecutor((task) -> {
		Thread thread = new Thread(task, "sandbox-page");
		thread.setDaemon(true);
		return thread;
	});

	/** Whether an update of all streams is scheduled. */
	private final AtomicBoolean scheduled = new AtomicBoolean();

	private final PretendTwilio twilio;

	private final FaultSwitches faults;

	private final List<Runnable> removeListeners;

	/** When the last update began. */
	private volatile long updated = System.nanoTime() - NANOS_BETWEEN;

	Broadcast(PretendTwilio twilio, FaultSwitches faults) {
		this.twilio = twilio;
		this.faults = faults;
		this.removeListeners = List.of(twilio.onChange(this::update), faults.onChange(this::update));
	}

	/** Returns a stream that starts with the current state. */
	SseEmitter newStream() {
		SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
		PageStream stream = new PageStream(emitter, this.twilio, this.faults);
		emitter.onCompletion(() -> this.streams.remove(stream));
		this.streams.add(stream);
		update();
		return emitter;
	}

	/** Changes until the next update are sent together. */
	private void update() {
		if (this.scheduled.compareAndSet(false, true)) {
			long wait = NANOS_BETWEEN - (System.nanoTime() - this.updated);
			CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS, this.thread).execute(this::send);
		}
	}

	private void send() {
		this.updated = System.nanoTime();
		this.scheduled.set(false);
		this.streams.forEach((stream) -> stream.catchUp(this.run));
	}

	/** Without this, the server would wait for open pages before it stops. */
	@EventListener(ContextClosedEvent.class)
	void completeAll() {
		this.streams.forEach(PageStream::complete);
	}

	@Override
	public void close() {
		this.removeListeners.forEach(Runnable::run);
		this.thread.shutdownNow();
	}

}
