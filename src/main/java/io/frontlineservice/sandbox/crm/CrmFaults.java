package io.frontlineservice.sandbox.crm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The faults of a pretend CRM. Switched by the sandbox and by tests; {@link CrmServer}
 * applies them to each request. Thread-safe.
 */
public final class CrmFaults {

	/** A callback may need two calls and has 4 seconds. */
	private static final Duration DEFAULT_DELAY = Duration.ofMillis(1500);

	private final Set<CrmFault> on = EnumSet.noneOf(CrmFault.class);

	private final List<Instead> instead = new ArrayList<>();

	private Duration delay = DEFAULT_DELAY;

	CrmFaults() {
	}

	/** Switches a fault on or off. */
	public synchronized void change(CrmFault fault, boolean isOn) {
		if (isOn) {
			this.on.add(fault);
		}
		else {
			this.on.remove(fault);
		}
		notifyAll();
	}

	/** Returns whether a fault is on. */
	public synchronized boolean isOn(CrmFault fault) {
		return this.on.contains(fault);
	}

	/** Sets how late answers are while the CRM is slow. */
	public synchronized void delay(Duration time) {
		this.delay = time;
	}

	/** Answers the next request with this reply, whatever it asks for. */
	public void answerNext(CrmReply reply) {
		answer((request) -> true, 1, reply);
	}

	/**
	 * Answers requests with this reply.
	 * @param about which requests
	 * @param times how many of them
	 */
	public synchronized void answer(Predicate<CrmRequest> about, int times, CrmReply reply) {
		this.instead.add(new Instead(about, times, reply));
	}

	/** Ends all faults; requests that wait are answered. */
	public synchronized void clear() {
		this.on.clear();
		this.instead.clear();
		this.delay = DEFAULT_DELAY;
		notifyAll();
	}

	/** Returns the time by which an answer is late now. */
	synchronized Duration currentDelay() {
		return isOn(CrmFault.SLOW) ? this.delay : Duration.ZERO;
	}

	/** Waits while requests are not answered. */
	synchronized void awaitEndOfSilence() throws InterruptedException {
		while (isOn(CrmFault.SILENT)) {
			wait();
		}
	}

	/** Returns the reply that this request gets in place of its own; null if none. */
	synchronized @Nullable CrmReply instead(CrmRequest request) {
		for (Iterator<Instead> all = this.instead.iterator(); all.hasNext();) {
			Instead next = all.next();
			if (next.about.test(request)) {
				next.left--;
				if (next.left <= 0) {
					all.remove();
				}
				return next.reply;
			}
		}
		return null;
	}

	private static final class Instead {

		private final Predicate<CrmRequest> about;

		private final CrmReply reply;

		private int left;

		private Instead(Predicate<CrmRequest> about, int times, CrmReply reply) {
			this.about = about;
			this.left = times;
			this.reply = reply;
		}

	}

}
