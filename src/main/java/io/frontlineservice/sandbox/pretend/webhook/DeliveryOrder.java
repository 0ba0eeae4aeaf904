package io.frontlineservice.sandbox.pretend.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Orders events. Used by {@link Deliveries}. */
final class DeliveryOrder {

	private DeliveryOrder() {
	}

	/**
	 * Orders by positions that count from 0; events without a position come last.
	 */
	static UnaryOperator<List<Event>> of(int... places) {
		return (events) -> {
			IntStream named = IntStream.of(places);
			IntStream all = IntStream.concat(named, IntStream.range(0, events.size()));
			return all.filter((place) -> place < events.size()).distinct().mapToObj(events::get).toList();
		};
	}

	/** Orders at random; the same seed gives the same order. */
	static UnaryOperator<List<Event>> shuffled(long seed) {
		Random random = new Random(seed);
		return (events) -> {
			List<Event> shuffled = new ArrayList<>(events);
			Collections.shuffle(shuffled, random);
			return shuffled;
		};
	}

}
