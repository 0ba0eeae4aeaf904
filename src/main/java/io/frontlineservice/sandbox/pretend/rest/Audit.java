package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts REST calls, including those that fail. Written by the REST API, read by tests.
 * Thread-safe.
 */
public final class Audit {

	private final Map<String, Integer> participantPosts = new ConcurrentHashMap<>();

	private final AtomicInteger writes = new AtomicInteger();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger mostInFlight = new AtomicInteger();

	public Audit() {
	}

	/** The number of successful changes. */
	public int writes() {
		return this.writes.get();
	}

	/** How often a client tried to add a participant to that conversation. */
	public int participantPosts(String conversationSid) {
		return this.participantPosts.getOrDefault(conversationSid, 0);
	}

	/** How often a client tried to add a participant, by conversation SID. */
	public Map<String, Integer> participantPosts() {
		return Map.copyOf(this.participantPosts);
	}

	/** The highest number of simultaneous calls. */
	public int mostInFlight() {
		return this.mostInFlight.get();
	}

	/** Counts a call that starts, and returns the number of calls in progress. */
	int enter() {
		int now = this.inFlight.incrementAndGet();
		this.mostInFlight.accumulateAndGet(now, Math::max);
		return now;
	}

	public void leave() {
		this.inFlight.decrementAndGet();
	}

	void asked(RestCall call, Request request) {
		if (call == RestCall.ADD_PARTICIPANT) {
			this.participantPosts.merge(call.variables(request).get(0), 1, Integer::sum);
		}
	}

	public void written() {
		this.writes.incrementAndGet();
	}

	public void clear() {
		this.participantPosts.clear();
		this.writes.set(0);
		this.mostInFlight.set(this.inFlight.get());
	}

}
