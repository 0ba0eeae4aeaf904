package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.Happening;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Watches what goes between Twilio and the service: keeps the acknowledgments, and
 * springs a trap when its moment comes. Thread-safe.
 */
final class Wire implements Consumer<Happening> {

	private final Acknowledgments acknowledgments;

	private final AtomicReference<Trap> trap = new AtomicReference<>();

	Wire(Acknowledgments acknowledgments) {
		this.acknowledgments = acknowledgments;
	}

	@Override
	public void accept(Happening happening) {
		this.acknowledgments.note(happening);
		Trap set = this.trap.get();
		if (set != null && set.moment.test(happening) && this.trap.compareAndSet(set, null)) {
			set.sprung.countDown();
			set.action.accept(happening);
		}
	}

	/**
	 * Does something once, at the first such moment, while Twilio and the service wait.
	 * @return whether the moment came within that time
	 */
	boolean spring(Predicate<Happening> moment, Consumer<Happening> action, long seconds) throws InterruptedException {
		Trap set = new Trap(moment, action, new CountDownLatch(1));
		this.trap.set(set);
		boolean came = set.sprung.await(seconds, TimeUnit.SECONDS);
		return came || !this.trap.compareAndSet(set, null);
	}

	private record Trap(Predicate<Happening> moment, Consumer<Happening> action, CountDownLatch sprung) {

	}

}
