package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of customers from Pipedrive's pages of persons: goes on to the next part of
 * the list, and reads further pages where only some of the persons are those of the
 * audience, until a page is full or the time is over. Called by {@link PipedriveCrm}.
 * Thread-safe.
 */
final class PersonPages {

	/** More would use up the rate limit of all workers. */
	static final int MOST_CALLS = 20;

	/** A further call needs at least this time. */
	static final Duration TIME_FOR_CALL = Duration.ofMillis(1200);

	private final PipedriveApi api;

	private final PersonRecords records;

	PersonPages(PipedriveApi api, PersonRecords records) {
		this.api = api;
		this.records = records;
	}

	/** Reads the customers after a place. */
	CrmPage read(ListParts parts, ListPlace start, Audience audience, int limit, Deadline deadline) {
		List<CrmCustomer> found = new ArrayList<>();
		@Nullable ListPlace place = start;
		for (int calls = 0; place != null && canRead(calls, deadline); calls++) {
			boolean isFiltered = !audience.all() && ListParts.user(place.part()) == null;
			int wanted = isFiltered ? PipedriveApi.LONGEST_PAGE : Math.max(1, limit - found.size());
			Optional<PipedriveApi.Page> page = read(place, wanted, !found.isEmpty(), deadline);
			if (page.isEmpty()) {
				break;
			}
			ListPlace rest = take(page.get(), place, audience, limit, found, deadline);
			if (rest != null) {
				return new CrmPage(found, rest.cursor());
			}
			place = place.next(page.get().next(), parts);
			if (page.get().next() != null && !isFiltered && found.size() == limit) {
				break;
			}
		}
		return page(found, (place != null) ? place.cursor() : null);
	}

	static boolean canRead(int calls, Deadline deadline) {
		return calls == 0 || (calls < MOST_CALLS && deadline.remaining().compareTo(TIME_FOR_CALL) >= 0);
	}

	/** A page that is not the last has a customer. */
	static CrmPage page(List<CrmCustomer> found, @Nullable String next) {
		if (next != null && found.isEmpty()) {
			throw new CrmUnavailableException("No customer of this worker was found in time", null);
		}
		return new CrmPage(found, next);
	}

	/** Empty if the page cannot be read, but others have customers. */
	private Optional<PipedriveApi.Page> read(ListPlace place, int limit, boolean hasFound, Deadline deadline) {
		try {
			return Optional.of(this.api.persons(ListParts.user(place.part()), place.page(),
					Math.min(limit, PipedriveApi.LONGEST_PAGE), deadline));
		}
		catch (CrmUnavailableException ex) {
			if (!hasFound) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	/**
	 * Adds the customers of a page, up to the limit; returns the place of the first that
	 * is beyond it, or null.
	 */
	private @Nullable ListPlace take(PipedriveApi.Page page, ListPlace place, Audience audience, int limit,
			List<CrmCustomer> found, Deadline deadline) {
		ListPlace last = place;
		for (CrmCustomer customer : this.records.rows(page.persons(), deadline)) {
			long id = Long.parseLong(customer.id().value());
			if (place.isAfter(id) || !audience.maySee(customer)) {
				continue;
			}
			if (found.size() == limit) {
				return last;
			}
			found.add(customer);
			last = place.after(id);
		}
		return null;
	}

}
