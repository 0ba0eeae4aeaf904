package io.frontlineservice.crm.snapshot;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.LongStream;

/**
 * Finds customers by their addresses. Part of a {@link CustomerSnapshot}. Takes 12 bytes
 * for each number and chat identity of a customer. Immutable and thread-safe.
 */
final class AddressIndex {

	/** The key of an address that is neither a number nor an identity. */
	private static final long NONE = 0;

	private final CrmCustomer[] customers;

	/** In ascending order; see {@link #key}. */
	private final long[] keys;

	/** The ordinal of the customer of each key; for equal keys in ascending order. */
	private final int[] ordinals;

	/** An index of these customers; their places are their ordinals. */
	AddressIndex(CrmCustomer[] customers) {
		record Entry(long key, int ordinal) {
		}
		this.customers = customers;
		List<Entry> entries = new ArrayList<>(customers.length);
		for (int i = 0; i < customers.length; i++) {
			int ordinal = i;
			keys(customers[i]).forEach((key) -> entries.add(new Entry(key, ordinal)));
		}
		// Stable, so the ordinals of one key stay in order.
		entries.sort(Comparator.comparingLong(Entry::key));
		this.keys = entries.stream().mapToLong(Entry::key).toArray();
		this.ordinals = entries.stream().mapToInt(Entry::ordinal).toArray();
	}

	/** The customers with that address in order, up to that limit. */
	List<CrmCustomer> at(Address address, int limit) {
		long key = key(address);
		if (key == NONE) {
			return List.of();
		}
		List<CrmCustomer> found = new ArrayList<>(1);
		for (int i = first(key); i < this.keys.length && this.keys[i] == key && found.size() < limit; i++) {
			CrmCustomer customer = this.customers[this.ordinals[i]];
			// Two chat identities may have one key; numbers of one key are the same.
			if (isNumber(key) || isAt(customer, address)) {
				found.add(customer);
			}
		}
		return found;
	}

	/** The ordinals of the customers of each number that several have, in order. */
	List<int[]> sharedNumbers() {
		List<int[]> shared = new ArrayList<>();
		int start = first(NONE + 1);
		while (start < this.keys.length) {
			int end = first(this.keys[start] + 1);
			if (end - start > 1) {
				shared.add(Arrays.copyOfRange(this.ordinals, start, end));
			}
			start = end;
		}
		return shared;
	}

	/** The index of the first key that is not below that one. */
	private int first(long key) {
		int from = 0;
		int to = this.keys.length;
		while (from < to) {
			int middle = (from + to) >>> 1;
			if (this.keys[middle] < key) {
				from = middle + 1;
			}
			else {
				to = middle;
			}
		}
		return from;
	}

	private static LongStream keys(CrmCustomer customer) {
		return customer.channels()
			.stream()
			.map(Channel::toAddress)
			.mapToLong(AddressIndex::key)
			.filter((key) -> key != NONE)
			.distinct();
	}

	/**
	 * The digits by which a number is compared, above zero; the hash of a chat identity,
	 * below zero.
	 */
	private static long key(Address address) {
		String number = address.comparableNumber();
		if (number != null) {
			return Long.parseLong(number, 1, number.length(), 10);
		}
		return address.isIdentity() ? Long.MIN_VALUE + Integer.toUnsignedLong(address.value().hashCode()) : NONE;
	}

	private static boolean isNumber(long key) {
		return key > NONE;
	}

	private static boolean isAt(CrmCustomer customer, Address address) {
		return customer.channels().stream().anyMatch((channel) -> channel.toAddress().reachesSameAs(address));
	}

}
