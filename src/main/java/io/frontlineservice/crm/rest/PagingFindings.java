package io.frontlineservice.crm.rest;

import io.frontlineservice.diagnosis.Finding;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with paging. Called by {@link RequestFindings}. Not thread-safe. */
final class PagingFindings {

	private static final int LARGEST_PAGE = 1_000;

	private final List<Finding> findings = new ArrayList<>();

	private final PagingSettings paging;

	private PagingFindings(PagingSettings paging) {
		this.paging = paging;
	}

	/**
	 * Returns what is wrong.
	 * @param used the placeholders of the list
	 */
	static List<Finding> of(PagingSettings paging, Set<Placeholder> used) {
		PagingFindings found = new PagingFindings(paging);
		found.add(used);
		return found.findings;
	}

	private void add(Set<Placeholder> used) {
		addPointer("next", this.paging.next());
		addPointer("more", this.paging.more());
		addPointer("total", this.paging.total());
		switch (this.paging.type()) {
			case CURSOR -> {
				addNext();
				addMissing(Placeholder.CURSOR, used);
			}
			case NEXT_LINK -> addNext();
			case PAGE -> addMissing(Placeholder.PAGE, used);
			case OFFSET -> addMissing(Placeholder.OFFSET, used);
			case NONE -> addUnused(used);
		}
		if (this.paging.size() < 1 || this.paging.size() > LARGEST_PAGE) {
			add("size", "must be 1 to " + LARGEST_PAGE);
		}
		if (this.paging.first() < 0) {
			add("first", "must be 0 or more");
		}
	}

	private void addNext() {
		if (this.paging.next() == null) {
			add("next", "is missing: set it to the JSON Pointer to the cursor or link of the next page, "
					+ "such as /paging/next");
		}
	}

	private void addMissing(Placeholder placeholder, Set<Placeholder> used) {
		if (!used.contains(placeholder)) {
			addPath("must have " + Placeholder.list(Set.of(placeholder)) + ", because of "
					+ RestSettings.key("paging.type"));
		}
	}

	private void addUnused(Set<Placeholder> used) {
		Set<Placeholder> unused = EnumSet.of(Placeholder.CURSOR, Placeholder.PAGE, Placeholder.OFFSET);
		unused.retainAll(used);
		if (!unused.isEmpty()) {
			add("type", "is missing: set it, because the list has " + Placeholder.list(unused));
		}
	}

	private void addPointer(String setting, @Nullable String pointer) {
		if (pointer != null && !RequestFindings.isPointer(pointer)) {
			add(setting, "must be a JSON Pointer such as /paging/next");
		}
	}

	private void addPath(String problem) {
		this.findings.add(new Finding(RestSettings.key("requests.list.path"), problem));
	}

	private void add(String setting, String problem) {
		this.findings.add(new Finding(RestSettings.key("paging." + setting), problem));
	}

}
