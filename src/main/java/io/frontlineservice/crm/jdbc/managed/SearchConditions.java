package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.search.Search;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A search as conditions of SQL on the text of {@link StoredText}. They find exactly what
 * {@link Search#matches} finds. All that a worker types becomes the value of a parameter.
 * Made for each search. Immutable.
 *
 * @param exact the conditions, of which each has alternatives; each alternative has
 * patterns that must all match
 * @param parts texts of three characters or more that occur in everything that matches,
 * for an index; none if all words are short
 */
record SearchConditions(List<List<List<String>>> exact, List<String> parts) {

	/** Indexes have pieces of three characters. */
	private static final int SHORTEST_PART = 3;

	static SearchConditions of(Search search) {
		List<List<List<String>>> exact = search.words().stream().map(SearchConditions::alternatives).toList();
		List<String> parts = search.words().stream().flatMap(SearchConditions::parts).distinct().toList();
		return new SearchConditions(exact, parts);
	}

	private static List<List<String>> alternatives(Search.Word word) {
		List<List<String>> alternatives = new ArrayList<>();
		alternatives.add(word.starts().stream().map((start) -> "% " + escape(start) + "%").toList());
		if (TableKeys.isStorable(word.text())) {
			alternatives.add(List.of("%\t%" + escape(word.text()) + "%\t%"));
		}
		word.digits().forEach((digits) -> alternatives.add(List.of("%\t%\t%" + digits + "%")));
		return alternatives;
	}

	/** The beginnings of a word that also occur in all other alternatives. */
	private static Stream<String> parts(Search.Word word) {
		return word.starts()
			.stream()
			.filter((start) -> start.codePointCount(0, start.length()) >= SHORTEST_PART)
			.filter((start) -> word.digits().stream().allMatch((digits) -> digits.contains(start)));
	}

	/** Returns the text as a part of a pattern, in which it stands for itself. */
	static String escape(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

	/**
	 * Returns the exact conditions on a column.
	 * @param values is given the values of the parameters
	 */
	String sql(String column, SqlValues values) {
		List<String> words = new ArrayList<>();
		for (List<List<String>> word : this.exact) {
			List<String> alternatives = new ArrayList<>();
			for (List<String> patterns : word) {
				List<String> all = patterns.stream()
					.map((pattern) -> column + " like " + values.add("pattern", pattern))
					.toList();
				alternatives.add("(" + String.join(" and ", all) + ")");
			}
			words.add("(" + String.join(" or ", alternatives) + ")");
		}
		return String.join(" and ", words);
	}

}
