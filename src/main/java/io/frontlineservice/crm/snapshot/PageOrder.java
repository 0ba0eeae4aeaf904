package io.frontlineservice.crm.snapshot;

import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.NameRange;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * In which order the ordinals of a {@link CustomerSnapshot} are read for a page: the
 * names that begin with the query first. Made for each page. Immutable.
 *
 * @param spans the ordinals to read, one span after the other
 */
record PageOrder(List<Span> spans) {

	/**
	 * Returns the order of the page after a cursor.
	 * @param orders the places of all customers, in order
	 * @param names the names to read first; null without a search
	 * @param cursor null for the first page; one that this adapter cannot have made is
	 * the end of the list
	 */
	static PageOrder of(CustomerOrder[] orders, @Nullable NameRange names, @Nullable String cursor) {
		int size = orders.length;
		if (cursor != null && !CustomerOrder.isCursor(cursor)) {
			return new PageOrder(List.of());
		}
		CustomerOrder place = (cursor != null) ? CustomerOrder.ofCursor(cursor) : null;
		int from = (place != null) ? countUntil(orders, (order) -> order.compareTo(place) > 0) : 0;
		if (names == null) {
			return new PageOrder(List.of(new Span(from, size)));
		}
		int first = countUntil(orders, (order) -> Arrays.compareUnsigned(order.nameKey(), names.from()) >= 0);
		int end = countUntil(orders, (order) -> Arrays.compareUnsigned(order.nameKey(), names.end()) >= 0);
		boolean isAmongNames = place == null || names.contains(place.nameKey());
		return isAmongNames
				? new PageOrder(List.of(new Span(Math.max(from, first), end), new Span(0, first), new Span(end, size)))
				: new PageOrder(List.of(new Span(from, first), new Span(Math.max(from, end), size)));
	}

	/** How many places are before the first one for which that is true. */
	private static int countUntil(CustomerOrder[] orders, Predicate<CustomerOrder> reached) {
		int low = 0;
		int high = orders.length;
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (reached.test(orders[middle])) {
				high = middle;
			}
			else {
				low = middle + 1;
			}
		}
		return low;
	}

	/**
	 * Ordinals.
	 *
	 * @param from the first one
	 * @param end the first one that does not belong to it
	 */
	record Span(int from, int end) {
	}

}
