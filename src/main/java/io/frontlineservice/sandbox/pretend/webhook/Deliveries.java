package io.frontlineservice.sandbox.pretend.webhook;

import io.frontlineservice.sandbox.pretend.account.Conditions;
import io.frontlineservice.sandbox.pretend.wire.Journal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Delivers events and routing callbacks to the service. By default each is delivered once
 * and in order, before the method that caused it returns. Tests change the order, delay
 * and number of deliveries. Thread-safe.
 */
public final class Deliveries {

	private final Conditions conditions;

	private final Callbacks callbacks;

	private final Journal journal;

	private final Executor threads;

	private final List<Event> captured = new CopyOnWriteArrayList<>();

	private volatile UnaryOperator<List<Event>> order = UnaryOperator.identity();

	private volatile Predicate<Event> dropped = (event) -> false;

	private volatile int times = 1;

	private volatile boolean parallel;

	private volatile boolean capturing;

	private volatile Duration delay = Duration.ZERO;

	public Deliveries(Conditions conditions, Callbacks callbacks, Journal journal, Executor threads) {
		this.conditions = conditions;
		this.callbacks = callbacks;
		this.journal = journal;
		this.threads = threads;
	}

	/** Restores the default. */
	public void reset() {
		this.order = UnaryOperator.identity();
		this.dropped = (event) -> false;
		this.times = 1;
		this.parallel = false;
		this.capturing = false;
		this.delay = Duration.ZERO;
		this.captured.clear();
	}

	/**
	 * Delivers the events of one change in this order.
	 * @param places positions that count from 0; events without a position come last
	 */
	public Deliveries inOrder(int... places) {
		this.order = DeliveryOrder.of(places);
		return this;
	}

	/** Delivers the events of one change in random order. */
	public Deliveries shuffled(long seed) {
		this.order = DeliveryOrder.shuffled(seed);
		return this;
	}

	/** Delivers each event several times, one after the other. */
	public Deliveries times(int number) {
		this.times = number;
		this.parallel = false;
		return this;
	}

	/** Delivers each event several times at once. */
	public Deliveries timesInParallel(int number) {
		this.times = number;
		this.parallel = true;
		return this;
	}

	/** Drops the events that match. */
	public Deliveries dropping(Predicate<Event> which) {
		this.dropped = which;
		return this;
	}

	/** Waits before each event. */
	public Deliveries delayed(Duration time) {
		this.delay = time;
		return this;
	}

	/** Delivers no event, but keeps all for {@link #captured}. */
	public Deliveries capturing() {
		this.capturing = true;
		return this;
	}

	/** Returns the kept events, the oldest first. */
	public List<Event> captured() {
		return List.copyOf(this.captured);
	}

	/**
	 * Delivers one event now, regardless of the settings.
	 * @return the HTTP status of the response; 0 without a response
	 */
	public int deliver(Event event) {
		return this.callbacks.post(event).status();
	}

	/** Delivers the selected events of one change. */
	public void send(List<Event> events) {
		List<Event> wanted = events.stream()
			.filter((it) -> !it.isWebhook() || this.conditions.isTicked(it.type()))
			.toList();
		if (this.capturing) {
			this.captured.addAll(wanted);
			return;
		}
		for (Event event : this.order.apply(wanted)) {
			if (this.dropped.test(event)) {
				this.journal.note(event.type() + " is dropped");
			}
			else {
				deliverRepeatedly(event);
			}
		}
	}

	private void deliverRepeatedly(Event event) {
		pause();
		if (this.parallel) {
			CompletableFuture
				.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> deliver(event), this.threads))
					.limit(this.times)
					.toArray(CompletableFuture<?>[]::new))
				.join();
		}
		else {
			for (int i = 0; i < this.times; i++) {
				deliver(event);
			}
		}
	}

	private void pause() {
		try {
			Thread.sleep(this.delay.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
