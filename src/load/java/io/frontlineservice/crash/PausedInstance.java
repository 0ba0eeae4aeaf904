package io.frontlineservice.crash;

import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent;
import io.frontlineservice.sandbox.pretend.wire.TrafficEvent.Moment;
import io.frontlineservice.site.Instance;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Stops an instance while it adds a worker, for longer than its lease on the work, and
 * resumes it when another instance has done that work. Used by {@link CrashRun}.
 */
final class PausedInstance {

	/** Longer than four missed heartbeats and the two until another instance notices. */
	private static final long LEASE_SECONDS = 35;

	private static final long MOST_SECONDS = 75;

	private final List<Duration> takenOver = new ArrayList<>();

	private final Wire wire;

	private final Acknowledgments acknowledgments;

	PausedInstance(Wire wire, Acknowledgments acknowledgments) {
		this.wire = wire;
		this.acknowledgments = acknowledgments;
	}

	/**
	 * The times until another instance had done the work; only where Twilio had not added
	 * the worker before the stop.
	 */
	List<Duration> takenOver() {
		return this.takenOver;
	}

	/**
	 * Stops and resumes the instance.
	 * @param moment before or after Twilio adds the worker
	 */
	void stopAndResume(Instance victim, Moment moment) throws IOException, InterruptedException {
		CountDownLatch over = new CountDownLatch(1);
		boolean came = this.wire
			.runAt((it) -> it.is(moment, RestCall.ADD_PARTICIPANT) && it.caller().equals(victim.user()), (it) -> {
				stop(victim, it);
				over.countDown();
			}, 30);
		if (!came || !over.await(MOST_SECONDS + 10, TimeUnit.SECONDS)) {
			throw new IllegalStateException("No worker was added by " + victim);
		}
		victim.resume();
		// Time for it to notice that another instance has done the work.
		Thread.sleep(5000);
	}

	private void stop(Instance victim, TrafficEvent happening) {
		Instant start = Instant.now();
		try {
			victim.pause();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		String sid = happening.conversationSid();
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
		boolean added = happening.moment() != Moment.CALL_RECEIVED;
		if (added) {
			Sleep.of(TimeUnit.SECONDS.toMillis(LEASE_SECONDS));
			return;
		}
		while (this.acknowledgments.done(sid).isEmpty() && System.nanoTime() < end) {
			Sleep.of(50);
		}
		this.takenOver.add(Duration.between(start, Instant.now()));
	}

}
