package io.frontlineservice.sandbox.crm.contract;

import io.frontlineservice.address.ChannelType;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A customer of the pretend server. Held by {@link StoredCustomers}. Immutable.
 *
 * @param place the place in the list
 * @param owners the owners
 * @param json the customer as the API writes it
 */
record StoredCustomer(PagePlace place, Set<WorkerIdentity> owners, Map<String, Object> json) {

	StoredCustomer {
		json = Map.copyOf(json);
	}

	static StoredCustomer of(Map<String, Object> json) {
		String id = Objects.toString(json.get("customer_id"));
		return new StoredCustomer(PagePlace.of(Objects.toString(json.get("display_name"), ""), id),
				WorkerIdentity
					.setOf(Stream.of(json.get("workers"), json.get("worker")).flatMap(StoredCustomer::texts).toList()),
				json);
	}

	private static Stream<String> texts(@Nullable Object value) {
		if (value instanceof Collection<?> several) {
			return several.stream().map(Object::toString);
		}
		return (value != null) ? Stream.of(value.toString()) : Stream.empty();
	}

	boolean belongsToAnyOf(List<String> workers) {
		return !Collections.disjoint(this.owners, WorkerIdentity.setOf(workers));
	}

	boolean hasAddress(String address) {
		return addresses(this.json).anyMatch(withoutPrefix(address)::equals);
	}

	/** Returns the numbers and chat identities of a customer, without a prefix. */
	static Stream<String> addresses(Map<String, ?> customer) {
		return (customer.get("channels") instanceof Collection<?> channels)
				? channels.stream().map((it) -> withoutPrefix(Objects.toString(((Map<?, ?>) it).get("value"))))
				: Stream.empty();
	}

	private static String withoutPrefix(String address) {
		String prefix = ChannelType.WHATSAPP.prefix();
		return address.startsWith(prefix) ? address.substring(prefix.length()) : address;
	}

}
