package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.limit.Deadline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of customers from what Pipedrive's search finds. It cannot filter by owner,
 * and returns only a part of a person: of the persons of the audience, those of one page
 * are read by their ids, up to 100 in one call. Called by {@link PipedriveCrm}.
 * Thread-safe.
 */
final class PersonSearch {

	/** Of more than 2,000 persons, a search tells nothing. */
	static final int MOST_SEARCH_PAGES = 4;

	private final PipedriveApi api;

	private final PersonRecords records;

	PersonSearch(PipedriveApi api, PersonRecords records) {
		this.api = api;
		this.records = records;
	}

	/** Returns what any of these searches finds. */
	SearchHits hits(List<SearchTerm> terms, Deadline deadline) {
		SearchHits hits = new SearchHits();
		for (SearchTerm term : terms) {
			@Nullable String cursor = null;
			int pages = 0;
			do {
				PipedriveApi.Found found = this.api.search(term, cursor, deadline);
				hits.add(found.hits());
				cursor = found.next();
				pages++;
			}
			while (cursor != null && pages < MOST_SEARCH_PAGES && PersonPages.canRead(pages, deadline));
			if (cursor != null && pages < MOST_SEARCH_PAGES) {
				hits.late();
			}
			else if (cursor != null) {
				hits.incomplete();
			}
		}
		return hits;
	}

	/**
	 * Returns the persons of an audience among what a search found.
	 * @param after the last person of the page before; a number above all ids for the
	 * first page
	 */
	CrmPage read(SearchHits hits, ListParts parts, Audience audience, long after, int limit, Deadline deadline) {
		List<Long> ids = hits.ids((hit) -> hit.id() < after && parts.canHave(hit.user()));
		List<CrmCustomer> found = new ArrayList<>();
		int examined = 0;
		for (int calls = 0; examined < ids.size() && PersonPages.canRead(calls, deadline); calls++) {
			int end = Math.min(ids.size(), examined + PipedriveApi.MOST_IDS);
			for (CrmCustomer customer : this.records.rows(persons(ids.subList(examined, end), deadline), deadline)) {
				if (audience.maySee(customer)) {
					if (found.size() == limit) {
						return new CrmPage(found, found.get(limit - 1).id().value());
					}
					found.add(customer);
				}
			}
			examined = end;
		}
		boolean isEnd = examined == ids.size() && (hits.isComplete() || !found.isEmpty());
		return PersonPages.page(found, isEnd ? null : String.valueOf((examined > 0) ? ids.get(examined - 1) : after));
	}

	/** Returns a page of customers that are all known. */
	static CrmPage page(List<CrmCustomer> customers, Audience audience, long after, int limit) {
		List<CrmCustomer> rest = customers.stream()
			.filter(audience::maySee)
			.filter((customer) -> Long.parseLong(customer.id().value()) < after)
			.toList();
		return (rest.size() <= limit) ? new CrmPage(rest, null)
				: new CrmPage(rest.subList(0, limit), rest.get(limit - 1).id().value());
	}

	/** Returns those of these persons that there are, the newest first. */
	List<Map<String, Object>> persons(List<Long> ids, Deadline deadline) {
		return this.api.persons(ids, deadline)
			.stream()
			.sorted(Comparator.comparingLong(PersonRecord::id).reversed())
			.toList();
	}

}
