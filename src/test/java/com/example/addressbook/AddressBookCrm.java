package com.example.addressbook;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.http.ApiDialect;
import io.frontlineservice.crm.http.ApiRequest;
import io.frontlineservice.crm.http.CrmApi;
import io.frontlineservice.crm.http.RateLimit;
import io.frontlineservice.crm.http.RateLimits;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** The address book as a CRM. Thread-safe. */
final class AddressBookCrm implements CrmAdapter, AutoCloseable {

	/** The fields of a contact, unless the configuration says otherwise. */
	static final FieldMapping DEFAULTS = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"),
			CustomerField.DISPLAY_NAME, List.of("name"), CustomerField.WORKER, List.of("owners"), CustomerField.PHONE,
			List.of("mobile", "phone"), CustomerField.WHATSAPP, List.of("whatsapp"), CustomerField.CHAT,
			List.of("chat"), CustomerField.EMAIL, List.of("email")));

	/** How people write a number differs in its beginning, not in its end. */
	private static final int DIGITS_TO_FIND_BY = 8;

	/** The address book refuses more requests. */
	private static final RateLimit LIMIT = new RateLimit("requests", 1000, Duration.ofSeconds(1));

	private final CrmApi api;

	private final CustomerMapper mapper;

	AddressBookCrm(AddressBookSettings settings, AddressReader addresses, MeterRegistry meters) {
		RateLimits limits = new RateLimits(List.of(LIMIT), meters);
		this.api = CrmApi.of(settings.url(), ApiDialect.USUAL, limits, meters);
		this.mapper = new CustomerMapper(settings.fields().orElse(DEFAULTS), addresses);
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return Set.of(CrmCapability.ALPHABETICAL_ORDER, CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP);
	}

	@Override
	public CrmCaching caching() {
		return CrmCaching.ANSWERS;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		Map<String, String> query = new TreeMap<>(Map.of("words", search.strip(), "limit", String.valueOf(limit)));
		if (!audience.all()) {
			query.put("owners", audience.owners().stream().map(WorkerIdentity::key).collect(Collectors.joining(",")));
		}
		if (cursor != null) {
			query.put("after", cursor);
		}
		Contacts found = find(query, deadline);
		return new CrmPage(found.contacts().stream().map(this::customer).toList(), found.next());
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		ApiRequest request = ApiRequest.get("/contacts/" + encoded(customerId.value()), LIMIT.name());
		return this.api.find(request, deadline).map((answer) -> customer(answer.as(Contact.class).contact()));
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		String number = address.number();
		Map<String, String> query = (number == null) ? Map.of("chat", address.value())
				: Map.of("phone", number.substring(Math.max(1, number.length() - DIGITS_TO_FIND_BY)));
		return find(query, deadline).contacts()
			.stream()
			.map(CrmRecord::of)
			// The end of a number is not all of it.
			.filter((contact) -> this.mapper.hasAddress(contact, address))
			.limit(MOST_AT_ONE_ADDRESS)
			.map((contact) -> this.mapper.map(contact).customer())
			.toList();
	}

	private Contacts find(Map<String, String> query, Deadline deadline) {
		String encoded = query.entrySet()
			.stream()
			.map((it) -> it.getKey() + "=" + encoded(it.getValue()))
			.collect(Collectors.joining("&"));
		return this.api.call(ApiRequest.get("/contacts?" + encoded, LIMIT.name()), deadline).as(Contacts.class);
	}

	private CrmCustomer customer(Map<String, Object> contact) {
		return this.mapper.map(CrmRecord.of(contact)).customer();
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.api.close();
	}

	/** One page of contacts. */
	record Contacts(List<Map<String, Object>> contacts, @Nullable String next) {

	}

	/** One contact. */
	record Contact(Map<String, Object> contact) {

	}

}
