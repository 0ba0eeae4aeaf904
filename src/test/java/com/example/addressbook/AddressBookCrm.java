package com.example.addressbook;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.mapping.CrmRecord;
import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.crm.mapping.CustomerMapper;
import io.frontlineservice.crm.mapping.FieldMapping;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.WorkerIdentity;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The address book as a CRM. Thread-safe. */
final class AddressBookCrm implements CrmAdapter {

	/** The fields of a contact, unless the configuration says otherwise. */
	static final FieldMapping DEFAULTS = FieldMapping.of(Map.of(CustomerField.CUSTOMER_ID, List.of("id"),
			CustomerField.DISPLAY_NAME, List.of("name"), CustomerField.WORKER, List.of("owners"), CustomerField.PHONE,
			List.of("mobile", "phone"), CustomerField.WHATSAPP, List.of("whatsapp"), CustomerField.CHAT,
			List.of("chat"), CustomerField.EMAIL, List.of("email")));

	/** How people write a number differs in its beginning, not in its end. */
	private static final int DIGITS_TO_FIND_BY = 8;

	/** The service does not wait longer for an answer either. */
	private static final Duration LONGEST_WAIT = Duration.ofSeconds(4);

	private static final JsonMapper JSON = JsonMapper.builder()
		.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
		.build();

	private final RestClient http;

	private final CustomerMapper mapper;

	AddressBookCrm(AddressBookSettings settings, AddressReader addresses) {
		JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory();
		requests.setReadTimeout(LONGEST_WAIT);
		this.http = RestClient.builder().baseUrl(settings.url().toString()).requestFactory(requests).build();
		this.mapper = new CustomerMapper(settings.fields().orElse(DEFAULTS), addresses);
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return Set.of(CrmCapability.ALPHABETICAL_ORDER, CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP);
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		Map<String, String> query = new HashMap<>(Map.of("words", search.strip(), "limit", String.valueOf(limit)));
		if (!audience.all()) {
			query.put("owners", audience.owners().stream().map(WorkerIdentity::key).collect(Collectors.joining(",")));
		}
		if (cursor != null) {
			query.put("after", cursor);
		}
		Contacts found = find(query);
		return new CrmPage(customers(found), found.next());
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		try {
			Contact contact = get((uri) -> uri.path("/contacts/{id}").build(customerId.value()), Contact.class);
			return Optional.of(customer(contact.contact()));
		}
		catch (HttpClientErrorException.NotFound ex) {
			return Optional.empty();
		}
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		String number = address.number();
		Map<String, String> query = (number == null) ? Map.of("chat", address.value())
				: Map.of("phone", number.substring(Math.max(1, number.length() - DIGITS_TO_FIND_BY)));
		return find(query).contacts()
			.stream()
			.map(CrmRecord::of)
			// The end of a number is not all of it.
			.filter((contact) -> this.mapper.hasAddress(contact, address))
			.limit(MOST_AT_ONE_ADDRESS)
			.map((contact) -> this.mapper.map(contact).customer())
			.toList();
	}

	private Contacts find(Map<String, String> query) {
		return get((uri) -> {
			uri.path("/contacts");
			query.keySet().forEach((name) -> uri.queryParam(name, "{" + name + "}"));
			return uri.build(query);
		}, Contacts.class);
	}

	private <T> T get(Function<UriBuilder, URI> uri, Class<T> type) {
		try {
			return JSON.readValue(this.http.get().uri(uri).retrieve().body(String.class), type);
		}
		catch (HttpClientErrorException.NotFound ex) {
			throw ex;
		}
		catch (RestClientException | JacksonException ex) {
			throw new CrmUnavailableException("The address book does not answer", ex);
		}
	}

	private List<CrmCustomer> customers(Contacts found) {
		return found.contacts().stream().map(this::customer).toList();
	}

	private CrmCustomer customer(Map<String, Object> contact) {
		return this.mapper.map(CrmRecord.of(contact)).customer();
	}

	/** One page of contacts. */
	record Contacts(List<Map<String, Object>> contacts, @Nullable String next) {

	}

	/** One contact. */
	record Contact(Map<String, Object> contact) {

	}

}
