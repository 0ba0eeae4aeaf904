package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches the requests between Twilio and the service: records acknowledgments, and runs
 * an action at a chosen moment. Thread-safe.
 */
final class Wire implements Consumer<TrafficEvent> {

	private final Acknowledgments acknowledgments;

	private final AtomicReference<Trigger> trigger = new AtomicReference<>();

	Wire(Acknowledgments acknowledgments) {
		this.acknowledgments = acknowledgments;
	}

	@Override
	public void accept(TrafficEvent happening) {
		this.acknowledgments.note(happening);
		Trigger set = this.trigger.get();
		if (set != null && set.moment.test(happening) && this.trigger.compareAndSet(set, null)) {
			set.reached.countDown();
			set.action.accept(happening);
		}
	}

	/**
	 * Runs an action once, at the first such moment, while Twilio and the service wait.
	 * @return whether the moment came within this time
	 */
	boolean runAt(Predicate<TrafficEvent> moment, Consumer<TrafficEvent> action, long seconds)
			throws InterruptedException {
		Trigger set = new Trigger(moment, action, new CountDownLatch(1));
		this.trigger.set(set);
		boolean came = set.reached.await(seconds, TimeUnit.SECONDS);
		return came || !this.trigger.compareAndSet(set, null);
	}

	private record Trigger(Predicate<TrafficEvent> moment, Consumer<TrafficEvent> action, CountDownLatch reached) {

	}

}
