package io.frontlineservice.sandbox.crm.contract;

import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.Customer;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * The customers of the pretend server. Changed by the sandbox and by tests, read by
 * {@link PretendCustomersApi}. Thread-safe.
 */
public final class StoredCustomers {

	private final ConcurrentMap<String, StoredCustomer> byId = new ConcurrentHashMap<>();

	StoredCustomers() {
	}

	/** Adds a customer as the API writes it, or replaces the one with the same id. */
	public void put(Map<String, Object> json) {
		StoredCustomer customer = StoredCustomer.of(json);
		this.byId.put(customer.place().id(), customer);
	}

	/** Adds a customer, or replaces the one with the same id. */
	public void put(CrmCustomer customer) {
		put(json(customer));
	}

	/** Removes a customer. */
	public void remove(String id) {
		this.byId.remove(id);
	}

	/** Removes all customers. */
	public void clear() {
		this.byId.clear();
	}

	Optional<StoredCustomer> find(String id) {
		return Optional.ofNullable(this.byId.get(id));
	}

	/** Returns the customers in the order of the list. */
	List<StoredCustomer> all() {
		return this.byId.values().stream().sorted(Comparator.comparing(StoredCustomer::place)).toList();
	}

	private static Map<String, Object> json(CrmCustomer customer) {
		Customer card = customer.card();
		Map<String, Object> json = new LinkedHashMap<>();
		json.put("customer_id", card.customerId());
		json.put("display_name", card.displayName());
		json.put("workers", customer.owners().stream().map(WorkerIdentity::written).sorted().toList());
		json.put("channels", customer.channels().stream().map(StoredCustomers::json).toList());
		json.put("attributes", customer.attributes());
		putIfPresent(json, "email", customer.emails().isEmpty() ? null : String.join("; ", customer.emails()));
		putIfPresent(json, "company", customer.company());
		putIfPresent(json, "language", customer.language());
		putIfPresent(json, "updated_at", customer.updatedAt());
		putIfPresent(json, "avatar", card.avatar());
		putIfPresent(json, "details", (card.details() != null) ? object(card.details()) : null);
		// The service makes links of e-mail addresses itself.
		putIfPresent(json, "links",
				(card.links() != null) ? card.links()
					.stream()
					.filter((it) -> !it.value().startsWith("mailto:"))
					.map(StoredCustomers::object)
					.toList() : null);
		return json;
	}

	private static Map<String, Object> json(Channel channel) {
		return Map.of("type", channel.type().wireName(), "value", channel.value());
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> object(Object dto) {
		return CrmReply.JSON.convertValue(dto, Map.class);
	}

	private static void putIfPresent(Map<String, Object> json, String name, @Nullable Object value) {
		if (value != null) {
			json.put(name, value);
		}
	}

}
