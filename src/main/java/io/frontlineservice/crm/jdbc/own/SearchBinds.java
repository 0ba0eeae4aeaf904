package io.frontlineservice.crm.jdbc.own;

import io.frontlineservice.crm.search.Search;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The binds of a search. Called by {@link OwnTables}. Thread-safe. */
final class SearchBinds {

	private SearchBinds() {
	}

	/** Adds the words of a search that has any. */
	static void add(Search search, BindValues values) {
		List<Map<Bind, @Nullable Object>> words = new ArrayList<>();
		search.words().forEach((word) -> words.add(ofWord(word)));
		List<String> starts = search.words().stream().flatMap((word) -> word.starts().stream()).distinct().toList();
		values.setWords(words)
			.set(Bind.WORDS, search.words().stream().map(SearchBinds::text).collect(Collectors.joining(" ")))
			// These words consist of letters and digits only.
			.set(Bind.TS_QUERY, starts.stream().map((it) -> it + ":*").collect(Collectors.joining(" & ")))
			.set(Bind.BOOLEAN_QUERY, starts.stream().map((it) -> "+" + it + "*").collect(Collectors.joining(" ")));
	}

	private static Map<Bind, @Nullable Object> ofWord(Search.Word word) {
		String text = text(word);
		String digits = digits(word);
		Map<Bind, @Nullable Object> values = new EnumMap<>(Bind.class);
		values.put(Bind.WORD, text);
		values.put(Bind.WORD_START, escaped(text) + "%");
		values.put(Bind.WORD_WITHIN, "%" + escaped(text) + "%");
		values.put(Bind.DIGITS_START, (digits != null) ? digits + "%" : null);
		values.put(Bind.DIGITS_WITHIN, (digits != null) ? "%" + digits + "%" : null);
		return values;
	}

	private static String text(Search.Word word) {
		return IdType.canBeStored(word.text()) ? word.text() : String.join(" ", word.starts());
	}

	/**
	 * Without zeros at the start, which a number in a database has or does not have: 00
	 * of the international and 0 of the national notation.
	 */
	private static @Nullable String digits(Search.Word word) {
		if (word.digits().isEmpty()) {
			return null;
		}
		String digits = word.digits().get(word.digits().size() - 1);
		String significant = digits.replaceFirst("^0+", "");
		return significant.isEmpty() ? digits : significant;
	}

	private static String escaped(String text) {
		return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
	}

}
