package io.frontlineservice.sandbox.pretend.webhook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/** Puts events in order. Used by {@link Deliveries}. */
final class DeliveryOrder {

	private DeliveryOrder() {
	}

	/** In the order of these places, counted from 0; what is not named comes last. */
	static UnaryOperator<List<Event>> of(int... places) {
		return (events) -> {
			IntStream named = IntStream.of(places);
			IntStream all = IntStream.concat(named, IntStream.range(0, events.size()));
			return all.filter((place) -> place < events.size()).distinct().mapToObj(events::get).toList();
		};
	}

	/** By chance, and in the same way for the same seed. */
	static UnaryOperator<List<Event>> shuffled(long seed) {
		Random random = new Random(seed);
		return (events) -> {
			List<Event> shuffled = new ArrayList<>(events);
			Collections.shuffle(shuffled, random);
			return shuffled;
		};
	}

}
