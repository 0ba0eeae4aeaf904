package io.frontlineservice.conformance;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first customers of the list, with which the checks are made. Read once for each
 * run. Immutable.
 *
 * @param walk the pages
 * @param customers the customers by their ids, in the order of the list
 */
record Sample(Walk walk, Map<String, CheckedCustomer> customers) {

	/** The most customers that are read. */
	static final int MOST = 2_000;

	/** A word that any server compares in the same way. */
	private static final Pattern WORD = Pattern.compile("(?<![\\p{L}\\p{M}\\p{N}])[A-Za-z]{3}");

	static Sample read(CheckedServer server) {
		Walk walk = Walk.of(server, ListQuery.ALL, MOST);
		Map<String, CheckedCustomer> customers = new LinkedHashMap<>();
		walk.customers().forEach((it) -> customers.putIfAbsent(it.id(), it));
		return new Sample(walk, customers);
	}

	List<String> ids() {
		return List.copyOf(this.customers.keySet());
	}

	/** Returns the ids of the customers of that owner. */
	List<String> idsOf(WorkerIdentity owner) {
		return this.customers.values()
			.stream()
			.filter((it) -> it.owners().contains(owner))
			.map(CheckedCustomer::id)
			.toList();
	}

	/**
	 * Returns the owner with the most customers, and the one with the fewest; without the
	 * owner that stands for every worker.
	 * @throws NotCheckedException if there are not so many
	 */
	List<WorkerIdentity> owners(int atLeast) {
		Map<WorkerIdentity, Long> counts = this.customers.values()
			.stream()
			.flatMap((it) -> it.owners().stream())
			.filter((it) -> !it.equals(CrmCustomer.EVERYONE))
			.collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
		List<WorkerIdentity> sorted = counts.keySet()
			.stream()
			.sorted(Comparator.comparing((WorkerIdentity it) -> counts.get(it)).thenComparing(WorkerIdentity::key))
			.toList();
		if (sorted.size() < atLeast) {
			throw new NotCheckedException("the customers have fewer than " + atLeast + " owners");
		}
		return (sorted.size() > 2) ? List.of(sorted.get(sorted.size() - 1), sorted.get(0)) : sorted;
	}

	/**
	 * Returns a customer with the beginning of a word of its name.
	 * @throws NotCheckedException if there is none
	 */
	Map.Entry<CheckedCustomer, String> nameWithWord() {
		for (CheckedCustomer customer : this.customers.values()) {
			Matcher word = WORD.matcher(customer.json().path("display_name").asString(""));
			if (word.find()) {
				return Map.entry(customer, word.group());
			}
		}
		throw new NotCheckedException("no name has a word of Latin letters without accents");
	}

	/**
	 * Returns the first addresses of customers on that channel, with their ids.
	 * @throws NotCheckedException if there are none
	 */
	Map<String, String> addresses(int most, ChannelType... channels) {
		Map<String, String> addresses = new LinkedHashMap<>();
		for (ChannelType type : channels) {
			this.customers.values()
				.stream()
				.flatMap((it) -> addressesOf(it, type).map((address) -> Map.entry(address, it.id())))
				.limit(most)
				.forEach((it) -> addresses.putIfAbsent(it.getKey(), it.getValue()));
		}
		if (addresses.isEmpty()) {
			throw new NotCheckedException("no customer has an address of that kind");
		}
		return addresses;
	}

	private static Stream<String> addressesOf(CheckedCustomer customer, ChannelType type) {
		return customer.channels().stream().filter((it) -> it.type() == type).map((it) -> it.value());
	}

}
