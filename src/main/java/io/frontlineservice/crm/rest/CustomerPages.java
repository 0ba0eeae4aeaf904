package io.frontlineservice.crm.rest;

import io.frontlineservice.crm.rest.PageReader.Page;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes pages of customers from pages of records. Where the API cannot filter by owner,
 * reads further pages until there are enough customers of the audience, or the time is
 * over. Called by {@link RestCrm}. Thread-safe.
 */
final class CustomerPages {

	/** More would use up the rate limit of all workers. */
	private static final int MOST_PAGES = 20;

	/** A further page needs at least this time. */
	private static final Duration TIME_FOR_PAGE = Duration.ofMillis(1200);

	private final PageReader reader;

	private final CustomerRecords records;

	CustomerPages(PageReader reader, CustomerRecords records) {
		this.reader = reader;
		this.records = records;
	}

	/**
	 * Reads the customers after a place.
	 * @param request lists or searches customers
	 * @param values what the request asks for
	 * @param filter who must be able to see them; everyone if the request asks for that
	 */
	CrmPage read(RestRequest request, PlaceholderValues values, Audience filter, PagePlace place, int limit,
			Deadline deadline) {
		Collected collected = new Collected(filter::maySee, limit, !filter.all());
		@Nullable PagePlace next = place;
		for (int pages = 1; next != null; pages++) {
			Optional<Page> page = read(request, values, next, collected, deadline);
			if (page.isEmpty()) {
				break;
			}
			next = collected.add(page.get(), next);
			if (collected.isEnough() || pages == MOST_PAGES || deadline.remaining().compareTo(TIME_FOR_PAGE) < 0) {
				break;
			}
		}
		return collected.page(next);
	}

	/** Empty if the page cannot be read, but others have customers. */
	private Optional<Page> read(RestRequest request, PlaceholderValues values, PagePlace place, Collected collected,
			Deadline deadline) {
		try {
			return Optional.of(this.reader.read(request, values, place.page(), deadline));
		}
		catch (CrmUnavailableException ex) {
			if (collected.found.isEmpty()) {
				throw ex;
			}
			return Optional.empty();
		}
	}

	/** The customers that were found so far. */
	private final class Collected {

		private final Predicate<CrmCustomer> filter;

		private final int limit;

		/** Whether pages are read until the limit is reached, and one beyond it. */
		private final boolean fill;

		private final List<CrmCustomer> found = new ArrayList<>();

		private boolean reachedLimit;

		private Collected(Predicate<CrmCustomer> filter, int limit, boolean fill) {
			this.filter = filter;
			this.limit = limit;
			this.fill = fill;
		}

		/** Adds the customers of a page; returns the place after the last of them. */
		private @Nullable PagePlace add(Page page, PagePlace from) {
			List<Map<String, Object>> all = page.records();
			for (int i = from.skipped(); i < all.size(); i++) {
				Optional<CrmCustomer> customer = CustomerPages.this.records.customer(all.get(i)).filter(this.filter);
				if (customer.isPresent() && this.found.size() == this.limit) {
					this.reachedLimit = true;
					return new PagePlace(from.page(), i);
				}
				customer.ifPresent(this.found::add);
			}
			return (page.next() != null) ? new PagePlace(page.next(), 0) : null;
		}

		private boolean isEnough() {
			return this.reachedLimit || (!this.fill && !this.found.isEmpty());
		}

		private CrmPage page(@Nullable PagePlace next) {
			if (next != null && this.found.isEmpty()) {
				throw new CrmUnavailableException("No customer of this worker was found in time", null);
			}
			return new CrmPage(this.found, (next != null) ? next.cursor() : null);
		}

	}

}
