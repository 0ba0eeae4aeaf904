package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.AddressReader;
import io.frontlineservice.crm.search.Search;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCaching;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The persons of a Pipedrive account as customers. Called by the guard of package
 * {@code crm}. Thread-safe.
 */
final class PipedriveCrm implements CrmAdapter {

	/** Other texts are ids of no person. */
	private static final Pattern ID = Pattern.compile("[1-9]\\d{0,17}");

	private static final int SHORTEST_SEARCH = 2;

	/** A longer text is not a name, and would make the URL too long. */
	private static final int LONGEST_SEARCH = 200;

	/** Of the persons with similar numbers, that many are compared. */
	private static final int MOST_CANDIDATES = 500;

	private final PersonRecords records;

	private final PersonPages pages;

	private final PersonSearch search;

	private final SearchTerms terms;

	PipedriveCrm(PipedriveApi api, PipedriveSettings settings, AddressReader addresses) {
		this.records = new PersonRecords(api, settings, addresses);
		this.pages = new PersonPages(api, this.records);
		this.search = new PersonSearch(api, this.records);
		this.terms = new SearchTerms(PipedriveFields.of(settings), addresses);
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return Set.of(CrmCapability.SEARCH, CrmCapability.EXACT_ADDRESS_LOOKUP);
	}

	@Override
	public CrmCaching caching() {
		return CrmCaching.ANSWERS;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		ListParts parts = this.records.parts(audience, deadline);
		if (parts.isEmpty()) {
			return CrmPage.EMPTY;
		}
		if (!Search.isForAll(search)) {
			return found(audience, search.strip(), cursor, parts, limit, deadline);
		}
		return ListPlace.of(cursor, parts)
			.map((place) -> this.pages.read(parts, place, audience, limit, deadline))
			.orElse(CrmPage.EMPTY);
	}

	private CrmPage found(Audience audience, String typed, @Nullable String cursor, ListParts parts, int limit,
			Deadline deadline) {
		if (typed.length() < SHORTEST_SEARCH || typed.length() > LONGEST_SEARCH || Search.of(typed).findsNoCustomer()
				|| (cursor != null && !ID.matcher(cursor).matches())) {
			return CrmPage.EMPTY;
		}
		long after = (cursor != null) ? Long.parseLong(cursor) : Long.MAX_VALUE;
		Address number = this.terms.numberIn(typed);
		if (number != null) {
			List<CrmCustomer> having = this.records.rows(having(number, deadline), deadline);
			return PersonSearch.page(having, audience, after, limit);
		}
		SearchHits hits = this.search.hits(List.of(SearchTerms.ofWords(typed)), deadline);
		return this.search.read(hits, parts, audience, after, limit, deadline);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		if (!ID.matcher(customerId.value()).matches()) {
			return Optional.empty();
		}
		List<Long> id = List.of(Long.valueOf(customerId.value()));
		return this.records.customers(this.search.persons(id, deadline), deadline).stream().findFirst();
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		List<Map<String, Object>> found = having(address, deadline).stream().limit(MOST_AT_ONE_ADDRESS).toList();
		return this.records.customers(found, deadline);
	}

	/** Returns the persons with an address, whoever owns them, the newest first. */
	private List<Map<String, Object>> having(Address address, Deadline deadline) {
		SearchHits hits = this.search.hits(this.terms.of(address), deadline);
		List<Long> ids = hits.ids((hit) -> this.terms.canHave(hit, address));
		List<Map<String, Object>> found = this.search
			.persons(ids.subList(0, Math.min(ids.size(), MOST_CANDIDATES)), deadline)
			.stream()
			.filter((person) -> this.records.hasAddress(person, address))
			.toList();
		if (found.isEmpty() && hits.isLate()) {
			throw new CrmUnavailableException("No person with this number was found in time", null);
		}
		return found;
	}

}
