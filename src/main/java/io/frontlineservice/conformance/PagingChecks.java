package io.frontlineservice.conformance;

import io.frontlineservice.conformance.Walk.End;
import io.frontlineservice.crm.search.CustomerOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** The checks of the list and its pages. Part of {@link Checks}. */
final class PagingChecks {

	static final List<Check> ALL = List.of(
			Check.of("the list ends", "leave next out of the last page, and continue behind the cursor",
					PagingChecks::ends),
			Check.of("each customer is in the list once",
					"let the cursor hold name and id of the last customer, and order by both", PagingChecks::once),
			Check.of("a page that is not the last has a customer", "filter before you cut the page",
					PagingChecks::filled),
			Check.of("a page has at most limit customers", "cut each page at limit", PagingChecks::limit),
			Check.of("the order is the same each time", "order by display_name, then by customer_id",
					PagingChecks::order),
			Check.advice("the list is in alphabetical order", "order by display_name in a collation that ignores case",
					PagingChecks::alphabetical),
			Check.of("the list is the same for each limit",
					"continue after the last customer of the page, whatever limit is", PagingChecks::limits),
			Check.of("a cursor can be used again, with another limit",
					"let the cursor be a place in the list, without the limit", PagingChecks::cursorAgain),
			Check.of("an unknown cursor is the end of the list",
					"answer 200 with an empty list if you cannot read the cursor", PagingChecks::unknownCursor));

	/** How many customers are listed with each limit. */
	private static final SortedMap<Integer, Integer> LIMITS = new TreeMap<>(Map.of(1, 10, 7, 100, 50, 500));

	private static final int SMALL = 3;

	/** One name of so many may be elsewhere. */
	private static final int MOST_ELSEWHERE = 10;

	private PagingChecks() {
	}

	private static void ends(CheckContext context) {
		CheckFailedException.unless(context.sample().walk().end() != End.REPEATED_CURSOR, "a new cursor in each page",
				"the cursor of a page before");
	}

	private static void once(CheckContext context) {
		Set<String> seen = new HashSet<>();
		int repeated = 0;
		for (CheckedCustomer customer : context.sample().walk().customers()) {
			repeated += seen.add(customer.id()) ? 0 : 1;
		}
		CheckFailedException.unless(repeated == 0, "different ids", "ids that were there before: " + repeated);
	}

	private static void filled(CheckContext context) {
		CheckFailedException.unless(context.sample().walk().end() != End.EMPTY_PAGE, "a customer before next",
				"a page with next, but without customers");
	}

	private static void limit(CheckContext context) {
		for (int limit : List.of(1, SMALL, ListQuery.LARGEST)) {
			CheckedPage page = context.page(ListQuery.ALL.limit(limit));
			CheckFailedException.unless(page.customers().size() <= limit, "at most " + limit + " with limit=" + limit,
					page.size());
		}
	}

	private static void order(CheckContext context) {
		for (int time = 0; time < 2; time++) {
			List<String> again = context.page(ListQuery.ALL).ids();
			List<String> first = context.sample().walk().pages().get(0).ids();
			CheckFailedException.unless(again.equals(first), "the same first page again",
					"another at place " + firstDifference(again, first));
		}
	}

	/** Databases compare in many ways, so a few names may be elsewhere. */
	private static void alphabetical(CheckContext context) {
		List<byte[]> names = context.sample()
			.customers()
			.values()
			.stream()
			.map(CheckedCustomer::customer)
			.filter(Objects::nonNull)
			.map((it) -> CustomerOrder.of(it).nameKey())
			.toList();
		long others = IntStream.range(1, names.size())
			.filter((i) -> Arrays.compareUnsigned(names.get(i - 1), names.get(i)) > 0)
			.count();
		CheckFailedException.unless(others <= names.size() / MOST_ELSEWHERE, "names in alphabetical order",
				"names after a later one: " + others + " of " + names.size());
	}

	private static void limits(CheckContext context) {
		List<String> all = context.sample().ids();
		LIMITS.forEach((limit, most) -> {
			Walk walk = Walk.of(context.server(), ListQuery.ALL.limit(limit), most);
			List<String> ids = walk.ids();
			int difference = firstDifference(ids, all.subList(0, Math.min(ids.size(), all.size())));
			CheckFailedException.unless(difference == 0, "the same customers with limit=" + limit + " and limit=200",
					"another at place " + difference);
			CheckFailedException.unless(
					!walk.isComplete() || !context.sample().walk().isComplete() || ids.size() == all.size(),
					all.size() + " customers with limit=" + limit, String.valueOf(ids.size()));
		});
	}

	private static void cursorAgain(CheckContext context) {
		String cursor = context.page(ListQuery.ALL.limit(SMALL)).next();
		if (cursor == null) {
			throw new NotCheckedException("the list has no second page with limit=" + SMALL);
		}
		List<String> page = context.page(ListQuery.ALL.after(cursor).limit(SMALL)).ids();
		List<String> longer = context.page(ListQuery.ALL.after(cursor).limit(2 * SMALL)).ids();
		int both = Math.min(page.size(), longer.size());
		CheckFailedException.unless(both > 0 && page.subList(0, both).equals(longer.subList(0, both)),
				"the same customers after the same cursor", "others, or none");
	}

	private static void unknownCursor(CheckContext context) {
		for (String cursor : List.of("frontline-conformance", "999999999", "' OR 1=1 --")) {
			CheckedPage.of(context.server().get(ListQuery.ALL.after(cursor).toUrl()).require(200, "for any cursor"))
				.requireEmpty();
		}
	}

	/** Returns the first place, from 1, at which the lists differ; 0 if they do not. */
	private static int firstDifference(List<String> ids, List<String> others) {
		for (int i = 0; i < Math.max(ids.size(), others.size()); i++) {
			if (i >= ids.size() || i >= others.size() || !ids.get(i).equals(others.get(i))) {
				return i + 1;
			}
		}
		return 0;
	}

}
