package io.frontlineservice.crm.http;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The places of one request in the windows of its limits. Given by {@link RateLimits},
 * whose lock guards it; times are nanoseconds since the start.
 */
final class Permit {

	private final Map<SlidingWindow, WindowCall> places = new LinkedHashMap<>();

	/** Takes a place in each window for a request that will start at that time. */
	Permit(List<SlidingWindow> windows, long start, long now) {
		windows.forEach((window) -> this.places.put(window, window.take(start, now)));
	}

	/** Returns when the request may start, which may have been earlier. */
	long earliest(long now) {
		return this.places.entrySet()
			.stream()
			.mapToLong((place) -> place.getKey().earliest(place.getValue(), now))
			.max()
			.orElse(now);
	}

	void start(long now) {
		this.places.values().forEach((call) -> call.start(now));
	}

	void answer(long now) {
		this.places.forEach((window, call) -> window.answer(call, now));
	}

	void giveUp() {
		this.places.values().forEach(WindowCall::giveUp);
	}

}
