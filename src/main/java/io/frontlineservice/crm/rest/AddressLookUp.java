package io.frontlineservice.crm.rest;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.ChannelType;
import io.frontlineservice.address.PhoneDigits;
import io.frontlineservice.address.PhoneNotations;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.search.CustomerOrder;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Finds the customers with an address. A number that WhatsApp writes differently is asked
 * for in both forms. The numbers of what the API finds are compared as a whole, because
 * it may find similar ones too. Called by {@link RestCrm}. Thread-safe.
 */
final class AddressLookUp {

	/** How many records with similar numbers are compared. */
	private static final int CANDIDATES = 100;

	private final RestApi api;

	private final RestRequest request;

	private final CustomerRecords records;

	AddressLookUp(RestApi api, RestRequest request, CustomerRecords records) {
		this.api = api;
		this.request = request;
		this.records = records;
	}

	/** Returns the customers with exactly that address. */
	List<CrmCustomer> find(Address address, Deadline deadline) {
		Set<ApiRequest> requests = requests(address);
		Map<CustomerId, CrmCustomer> found = new LinkedHashMap<>();
		for (ApiRequest sent : requests) {
			this.request.records(this.api.call(sent, deadline))
				.stream()
				.filter((record) -> this.records.hasAddress(record, address))
				.flatMap((record) -> this.records.customer(record).stream())
				.forEach((customer) -> found.putIfAbsent(customer.id(), customer));
		}
		Stream<CrmCustomer> customers = found.values().stream();
		// The order of one answer is that of the list; two have to be merged.
		return ((requests.size() > 1) ? customers.sorted(Comparator.comparing(CustomerOrder::of)) : customers)
			.limit(CrmAdapter.MOST_AT_ONE_ADDRESS)
			.toList();
	}

	/** None if the request cannot ask for such an address. */
	private Set<ApiRequest> requests(Address address) {
		Set<ApiRequest> requests = new LinkedHashSet<>();
		for (PlaceholderValues values : values(address)) {
			boolean asks = this.request.placeholders()
				.stream()
				.anyMatch((it) -> Placeholder.OF_ADDRESS.contains(it) && !values.of(it).isEmpty());
			Optional<ApiRequest> sent = asks ? this.request.with(values) : Optional.empty();
			sent.ifPresent(requests::add);
		}
		return requests;
	}

	private static Collection<PlaceholderValues> values(Address address) {
		PlaceholderValues common = PlaceholderValues.NONE.with(Placeholder.LIMIT, String.valueOf(CANDIDATES));
		List<String> notations = PhoneNotations.ofNumberOrUserId(address);
		if (address.isIdentity()) {
			return List.of(common.with(Placeholder.ADDRESS, address.value()).with(Placeholder.NUMBERS, notations));
		}
		return notations.stream()
			.filter((notation) -> notation.startsWith("+"))
			.map((number) -> ofNumber(number, common.with(Placeholder.NUMBERS, notations)))
			.toList();
	}

	private static PlaceholderValues ofNumber(String number, PlaceholderValues common) {
		String national = PhoneDigits.withoutCountryCode(new Address(ChannelType.SMS, number));
		return common.with(Placeholder.ADDRESS, number)
			.with(Placeholder.NUMBER, number)
			.with(Placeholder.DIGITS, number.substring(1))
			.with(Placeholder.NATIONAL, (national != null) ? national : "");
	}

}
