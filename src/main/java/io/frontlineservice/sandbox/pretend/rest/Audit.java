package io.frontlineservice.sandbox.pretend.rest;

import io.frontlineservice.sandbox.pretend.wire.Request;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Counts what was done by REST, whatever was answered. Written by the REST API, asked by
 * tests. Thread-safe.
 */
public final class Audit {

	private final Map<String, Integer> participantPosts = new ConcurrentHashMap<>();

	private final AtomicInteger writes = new AtomicInteger();

	private final AtomicInteger inFlight = new AtomicInteger();

	private final AtomicInteger mostInFlight = new AtomicInteger();

	public Audit() {
	}

	/** How many changes were made: what was refused is not counted. */
	public int writes() {
		return this.writes.get();
	}

	/** How often somebody was to be added to that conversation, successfully or not. */
	public int participantPosts(String conversationSid) {
		return this.participantPosts.getOrDefault(conversationSid, 0);
	}

	/** How often somebody was to be added, by conversation. */
	public Map<String, Integer> participantPosts() {
		return Map.copyOf(this.participantPosts);
	}

	/** How many calls there were at the same time, at the most. */
	public int mostInFlight() {
		return this.mostInFlight.get();
	}

	/** Counts a call that begins; how many there are with it. */
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
