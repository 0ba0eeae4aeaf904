package io.frontlineservice.crm.pipedrive;

import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * The persons that searches found, in the order of the list: Pipedrive returns the best
 * matches first, but a page has to begin after the last person of the page before it.
 * Collected by {@link PersonSearch}. Not thread-safe.
 */
final class SearchHits {

	private final NavigableMap<Long, SearchHit> byId = new TreeMap<>(Comparator.reverseOrder());

	private boolean complete = true;

	private boolean late;

	void add(List<SearchHit> hits) {
		hits.forEach((hit) -> this.byId.put(hit.id(), hit));
	}

	/** Takes note that a search found more than was read. */
	void incomplete() {
		this.complete = false;
	}

	/** Takes note that the time was over before all was read. */
	void late() {
		incomplete();
		this.late = true;
	}

	boolean isLate() {
		return this.late;
	}

	boolean isComplete() {
		return this.complete;
	}

	/** Returns the ids of some of the persons, the newest first. */
	List<Long> ids(Predicate<SearchHit> filter) {
		return this.byId.values().stream().filter(filter).map(SearchHit::id).toList();
	}

}
