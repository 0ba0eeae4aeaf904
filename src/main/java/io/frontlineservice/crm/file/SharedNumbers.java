package io.frontlineservice.crm.file;

import io.frontlineservice.customer.CrmCustomer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Numbers that several customers have, which may be a mistake, and makes it a guess who
 * writes. Made by {@link CustomerSnapshot}, shown by {@link CustomerFileEndpoint}. Holds
 * no number. Immutable.
 *
 * @param count how many such numbers there are
 * @param first some of them, in the order in which the list has the first of each
 */
record SharedNumbers(int count, List<SharedNumber> first) {

	/** How many are kept; the further ones are only counted. */
	static final int MOST_KEPT = 1_000;

	/** How many customers of one number are kept. */
	static final int MOST_CUSTOMERS = 20;

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
	record SharedNumber(int customers, List<String> customerIds) {

		private static SharedNumber of(int[] ordinals, CrmCustomer[] customers) {
			List<String> ids = Arrays.stream(ordinals)
				.limit(MOST_CUSTOMERS)
				.mapToObj((ordinal) -> customers[ordinal].id().value())
				.toList();
			return new SharedNumber(ordinals.length, ids);
		}

	}

}
