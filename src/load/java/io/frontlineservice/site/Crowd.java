package io.frontlineservice.site;

import io.frontlineservice.sandbox.pretend.PretendTwilio;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Customers who write, each of them once: about 17 conversations and 50 events a second,
 * a tenth of that while no instance is ready. Events go to the instances in turn, or to a
 * proxy. The runs start and end it.
 */
public final class Crowd {

	private static final long MILLIS_BETWEEN = 60;

	private static final int MOST_AT_ONCE = 64;

	private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();

	private final ThreadPoolExecutor phones = new ThreadPoolExecutor(0, MOST_AT_ONCE, 10, TimeUnit.SECONDS,
			new SynchronousQueue<>(), new ThreadPoolExecutor.DiscardPolicy());

	private final PretendTwilio twilio;

	private final List<Instance> instances;

	private final People people = new People();

	private final Random random;

	private int turn;

	private Future<?> ticks;

	/** Creates customers of which the events go to wherever Twilio posts them. */
	public Crowd(PretendTwilio twilio, long seed) {
		this(twilio, List.of(), seed);
	}

	public Crowd(PretendTwilio twilio, List<Instance> instances, long seed) {
		this.twilio = twilio;
		this.instances = instances;
		this.random = new Random(seed);
	}

	public void start() {
		this.ticks = this.clock.scheduleAtFixedRate(this::tick, 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
	}

	private void tick() {
		this.turn++;
		List<Instance> ready = this.instances.stream().filter(Instance::isReady).toList();
		if (ready.isEmpty() && !this.instances.isEmpty() && this.turn % 10 != 0) {
			return;
		}
		if (!ready.isEmpty()) {
			this.twilio.callbacksAt(ready.get(this.turn % ready.size()).url());
		}
		String from = this.people.next(this.random);
		this.phones.execute(() -> this.twilio.inbound(from, People.ours(from), "Hello?"));
	}

	/** Ends the load, and waits until each message is delivered or lost. */
	public void end() throws InterruptedException {
		this.ticks.cancel(false);
		this.clock.shutdown();
		boolean quiet = this.clock.awaitTermination(5, TimeUnit.SECONDS);
		this.phones.shutdown();
		if (!quiet || !this.phones.awaitTermination(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("Messages are still being delivered 60 s after the end of the load");
		}
	}

}
