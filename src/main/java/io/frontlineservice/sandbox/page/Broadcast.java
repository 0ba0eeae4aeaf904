package io.frontlineservice.sandbox.page;

import io.frontlineservice.sandbox.OnlyWithPretendTwilio;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/**
 * Sends changes to all open pages. It has threads of its own, so that a slow browser
 * blocks neither a request nor another page. Used by {@link WireController}. Thread-safe.
 */
@Component
@OnlyWithPretendTwilio
final class Broadcast implements AutoCloseable {

	private static final long NO_TIMEOUT = -1;

	/** Differs after a restart of the sandbox. */
	private final String run = UUID.randomUUID().toString();

	private final List<PageStream> streams = new CopyOnWriteArrayList<>();

	private final ExecutorService threads = Executors.newCachedThreadPool((task) -> {
		Thread thread = new Thread(task, "sandbox-page");
		thread.setDaemon(true);
		return thread;
	});

	private final PretendTwilio twilio;

	private final FaultSwitches faults;

	private final List<Runnable> removeListeners;

	Broadcast(PretendTwilio twilio, FaultSwitches faults) {
		this.twilio = twilio;
		this.faults = faults;
		this.removeListeners = List.of(twilio.onChange(this::update), faults.onChange(this::update));
	}

	/** Returns a stream that starts with the current state. */
	SseEmitter newStream() {
		SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
		PageStream stream = new PageStream(emitter, this.run, this.twilio, this.faults);
		emitter.onCompletion(() -> this.streams.remove(stream));
		this.streams.add(stream);
		stream.update(this.threads);
		return emitter;
	}

	private void update() {
		this.streams.forEach((stream) -> stream.update(this.threads));
	}

	/**
	 * Without this, the server would wait for open pages before it stops. A page that
	 * reads nothing delays only its own end.
	 */
	@EventListener(ContextClosedEvent.class)
	void completeAll() {
		this.streams.forEach((stream) -> this.threads.execute(stream::complete));
	}

	@Override
	public void close() {
		this.removeListeners.forEach(Runnable::run);
		this.threads.shutdownNow();
	}

}
