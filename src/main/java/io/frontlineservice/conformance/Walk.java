package io.frontlineservice.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The pages of a list, one after the other. Immutable.
 *
 * @param pages the pages
 * @param end why there are no more
 */
record Walk(List<CheckedPage> pages, End end) {

	/** A server may have small pages. */
	private static final int MOST_PAGES = 100;

	/**
	 * Reads pages until the list ends, does not end, or there are enough customers.
	 * @throws CheckFailedException if an answer is not a page
	 */
	static Walk of(CheckedServer server, ListQuery query, int most) {
		List<CheckedPage> pages = new ArrayList<>();
		Set<String> cursors = new HashSet<>();
		ListQuery next = query;
		int customers = 0;
		while (true) {
			CheckedPage page = CheckedPage.of(server.get(next.toUrl()));
			pages.add(page);
			customers += page.customers().size();
			if (page.next() == null) {
				return new Walk(pages, End.LAST_PAGE);
			}
			if (page.customers().isEmpty()) {
				return new Walk(pages, End.EMPTY_PAGE);
			}
			if (!cursors.add(page.next())) {
				return new Walk(pages, End.REPEATED_CURSOR);
			}
			if (customers >= most || pages.size() >= MOST_PAGES) {
				return new Walk(pages, End.ENOUGH);
			}
			next = query.after(page.next());
		}
	}

	List<CheckedCustomer> customers() {
		return this.pages.stream().flatMap((page) -> page.customers().stream()).toList();
	}

	/** Returns the ids without repetitions. */
	List<String> ids() {
		return customers().stream().map(CheckedCustomer::id).distinct().toList();
	}

	boolean isComplete() {
		return this.end == End.LAST_PAGE;
	}

	/** Why no more pages were read. */
	enum End {

		/** There is no next page. */
		LAST_PAGE,

		/** A page without customers has a next page. */
		EMPTY_PAGE,

		/** A page has the cursor of a page before it. */
		REPEATED_CURSOR,

		/** There are enough customers for the checks. */
		ENOUGH

	}

}
