package io.frontlineservice.crm.hubspot;

import io.frontlineservice.crm.hubspot.ContactWindow.Page;
import io.frontlineservice.limit.Deadline;
import java.util.List;

/**
 * Reads a list page by page although HubSpot only counts contacts: each request overlaps
 * the page before it, so that no contact is lost or repeated when others are added or
 * removed meanwhile. Called by {@link HubSpotCrm}. Thread-safe.
 */
final class ContactPages {

	/** The most contacts of a page. */
	private static final int LONGEST_PAGE = 100;

	/** How far before a place it is looked for, if it has moved by more than a few. */
	private static final int FAR_BEFORE = 60;

	private final HubSpotApi api;

	ContactPages(HubSpotApi api) {
		this.api = api;
	}

	/**
	 * Reads the contacts after a place.
	 * @param parts the searches that make up the list, one after the other
	 */
	Page read(List<ContactSearch> parts, ListPlace place, int limit, Deadline deadline) {
		Page page = read(parts.get(place.part()), place, limit, deadline);
		if (page.next() != null || place.part() + 1 == parts.size()) {
			return page;
		}
		ListPlace next = place.startOfNextPart();
		return page.contacts().isEmpty() ? read(parts, next, limit, deadline) : page.withNext(next);
	}

	private Page read(ContactSearch search, ListPlace place, int limit, Deadline deadline) {
		int rows = Math.min(limit, LONGEST_PAGE);
		int overlap = place.last().size();
		ContactWindow window = window(search, place.offset() - overlap, rows + overlap, deadline);
		if (!window.continues(place)) {
			window = window(search, place.offset() - FAR_BEFORE, ContactSearch.MOST_ROWS, deadline);
		}
		return window.page(place, rows);
	}

	private ContactWindow window(ContactSearch search, int from, int wanted, Deadline deadline) {
		int start = Math.max(0, from);
		int rows = Math.min(wanted, ContactSearch.MOST_RESULTS - start);
		if (rows <= 0) {
			return new ContactWindow(start, List.of(), false, 0);
		}
		return this.api.search(search.part(start, rows), deadline);
	}

}
