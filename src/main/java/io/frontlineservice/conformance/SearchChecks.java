package io.frontlineservice.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The checks of the parameter {@code search}. Part of {@link Checks}. */
final class SearchChecks {

	static final List<Check> ALL = List.of(
			Check.of("a search finds the beginning of a word in a name",
					"find customers of which a word of the name begins with the word", SearchChecks::prefix),
			Check.of("a search ignores upper and lower case", "compare in lower case", SearchChecks::anyCase),
			Check.of("a word that nobody has finds nobody", "list only customers that match the search",
					SearchChecks::unknown),
			Check.of("each word of a search must match", "combine the words by and", SearchChecks::eachWord),
			Check.of("characters of a search have no meaning", """
					decode the parameter once as UTF-8, bind it in SQL, and escape % and _ in a pattern of LIKE""",
					SearchChecks::literal),
			Check.of("what a search finds is in the order of the list", "order as in the whole list",
					SearchChecks::order),
			Check.of("a search of blanks is no search", "ignore a blank search", SearchChecks::blank));

	private static final String NOBODY = "qzxvwkqzxv";

	private static final List<String> AWKWARD = List.of("%", "_", "*", "?", "'", "\"", "\\", "&", "+", "#", ";", "(",
			"[", "{", "\uD83D\uDE80", "%27", "%25", "' OR '1'='1");

	private SearchChecks() {
	}

	private static void prefix(CheckContext context) {
		Map.Entry<CheckedCustomer, String> name = context.sample().nameWithWord();
		Walk walk = context.walk(ListQuery.ALL.search(name.getValue()));
		boolean isFound = walk.ids().contains(name.getKey().id());
		if (!isFound && walk.end() == Walk.End.ENOUGH) {
			throw new NotCheckedException("more than " + Sample.MOST + " customers match");
		}
		CheckFailedException.unless(isFound, "the customer with a name of which a word begins with these letters",
				found(walk.ids().size()));
	}

	private static String found(int customers) {
		return (customers == 0) ? "nobody" : customers + " others";
	}

	private static void anyCase(CheckContext context) {
		String word = context.sample().nameWithWord().getValue();
		List<String> found = context.page(ListQuery.ALL.search(word)).ids();
		for (String other : List.of(word.toLowerCase(Locale.ROOT), word.toUpperCase(Locale.ROOT))) {
			List<String> same = context.page(ListQuery.ALL.search(other)).ids();
			CheckFailedException.unless(same.equals(found), "the same customers in upper and lower case",
					"others, or none");
		}
	}

	private static void unknown(CheckContext context) {
		context.page(ListQuery.ALL.search(NOBODY)).requireEmpty();
	}

	private static void eachWord(CheckContext context) {
		String word = context.sample().nameWithWord().getValue();
		context.page(ListQuery.ALL.search(word + " " + NOBODY)).requireEmpty();
		context.page(ListQuery.ALL.search(NOBODY + " " + word)).requireEmpty();
	}

	/** What is found contains the characters, or there is nothing. */
	private static void literal(CheckContext context) {
		for (String characters : AWKWARD) {
			ServerReply reply = context.server().get(ListQuery.ALL.search(characters).toUrl());
			CheckFailedException.unless(reply.status() == 200, "status 200 for a search of " + characters,
					reply.described());
			long others = CheckedPage.of(reply)
				.customers()
				.stream()
				.filter((it) -> !hasAll(it.json(), characters.toLowerCase(Locale.ROOT).split(" ")))
				.count();
			CheckFailedException.unless(others == 0, "only customers that contain " + characters,
					"customers that do not: " + others);
		}
	}

	private static boolean hasAll(JsonNode customer, String[] words) {
		List<String> texts = new ArrayList<>();
		collect(customer, texts);
		return Stream.of(words).allMatch((word) -> texts.stream().anyMatch((text) -> text.contains(word)));
	}

	private static void collect(JsonNode node, List<String> texts) {
		if (node.isContainer()) {
			node.valueStream().forEach((it) -> collect(it, texts));
		}
		else {
			texts.add(node.asString("").toLowerCase(Locale.ROOT));
		}
	}

	private static void order(CheckContext context) {
		List<String> found = new ArrayList<>(
				context.walk(ListQuery.ALL.search(context.sample().nameWithWord().getValue())).ids());
		List<String> expected = new ArrayList<>(context.sample().ids());
		found.retainAll(expected);
		expected.retainAll(found);
		CheckFailedException.unless(found.equals(expected), "the order of the whole list", "another order");
	}

	private static void blank(CheckContext context) {
		List<String> found = context.page(ListQuery.ALL.search("  ")).ids();
		CheckFailedException.unless(found.equals(context.page(ListQuery.ALL).ids()), "the whole list",
				"another list, of " + found.size());
	}

}
