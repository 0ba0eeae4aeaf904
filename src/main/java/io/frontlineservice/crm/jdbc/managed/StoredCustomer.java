package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.crm.search.SearchTerms;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one customer. Made by {@link CustomerWriter}. Immutable.
 *
 * @param customer the customer
 * @param order its place in the list
 * @param owners the keys of its owners
 * @param addresses the keys of its addresses
 * @param searchText what it is found by
 */
record StoredCustomer(CrmCustomer customer, CustomerOrder order, Set<String> owners, Set<String> addresses,
		String searchText) {

	/** An entry of PostgreSQL's index has at most 2,704 bytes, with the owner. */
	private static final int LONGEST_ENTRY = 1_600;

	static StoredCustomer of(CrmCustomer customer) {
		Set<String> owners = customer.owners().stream().map(TableKeys::ofOwner).collect(Collectors.toSet());
		Set<String> addresses = customer.channels()
			.stream()
			.map(Channel::toAddress)
			.map(TableKeys::ofAddress)
			.filter(Objects::nonNull)
			.collect(Collectors.toSet());
		return new StoredCustomer(customer, CustomerOrder.of(customer), owners, addresses,
				StoredText.of(SearchTerms.of(customer)));
	}

	String id() {
		return this.customer.id().value();
	}

	byte[] sortKey() {
		return TableKeys.ofName(this.order);
	}

	String content() {
		return CustomerContent.of(this.customer).toJson();
	}

	@Nullable String updatedAt() {
		return (this.customer.updatedAt() != null) ? this.customer.updatedAt().toString() : null;
	}

	boolean hasNumber() {
		return this.addresses.stream().anyMatch((address) -> address.startsWith("+"));
	}

	/** The search text for the index of the lists; null if it is too long for that. */
	@Nullable String shortText() {
		int length = this.searchText.getBytes(StandardCharsets.UTF_8).length + sortKey().length
				+ id().getBytes(StandardCharsets.UTF_8).length;
		return (length <= LONGEST_ENTRY) ? this.searchText : null;
	}

	/** The keys of all lists that it is in. */
	List<String> lists() {
		return Stream.concat(Stream.of(TableKeys.ALL), this.owners.stream()).toList();
	}

}
