package io.frontlineservice.crm.snapshot;

import io.frontlineservice.customer.CrmCustomer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers that several customers have. This may be a mistake, and makes it unclear which
 * of them sends a message. Made by {@link CustomerSnapshot}, shown by the endpoints of
 * adapters. Holds no number. Immutable.
 *
 * @param count how many such numbers there are
 * @param first the first of them, in the order of their first customers in the list
 */
public record SharedNumbers(int count, List<SharedNumber> first) {

	/** The most numbers that are kept; further ones are counted only. */
	public static final int MOST_KEPT = 1_000;

	/** The most customers of one number that are kept. */
	public static final int MOST_CUSTOMERS = 20;

	static SharedNumbers of(List<int[]> ordinals, CrmCustomer[] customers) {
		Comparator<int[]> byFirstCustomer = Comparator.comparingInt((shared) -> shared[0]);
		List<SharedNumber> first = ordinals.stream()
			.sorted(byFirstCustomer)
			.limit(MOST_KEPT)
			.map((shared) -> SharedNumber.of(shared, customers))
			.toList();
		return new SharedNumbers(ordinals.size(), first);
	}

	/**
	 * One number.
	 *
	 * @param customers how many have it
	 * @param customerIds the ids of the first of them
	 */
	public record SharedNumber(int customers, List<String> customerIds) {

		private static SharedNumber of(int[] ordinals, CrmCustomer[] customers) {
			List<String> ids = Arrays.stream(ordinals)
				.limit(MOST_CUSTOMERS)
				.mapToObj((ordinal) -> customers[ordinal].id().value())
				.toList();
			return new SharedNumber(ordinals.length, ids);
		}

	}

}
