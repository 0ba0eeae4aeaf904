package io.frontlineservice.callback;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The text that Twilio signs for a form, from the query of the URL on: the query, and the
 * names in order, each value behind its name, with nothing in between. Immutable.
 *
 * @param text the text
 * @param start where the form begins in the text
 * @param positions where each name of the form begins in the text; if a name has several
 * values, the place of the first
 */
record SignedText(String text, int start, NavigableMap<String, Integer> positions) {

	/** The escape of an ASCII letter; each can be a character of a replacement. */
	private static final Pattern LETTER = Pattern.compile("%([46][1-9A-Fa-f]|[57][0-9Aa])");

	static SignedText of(HttpServletRequest request) {
		StringBuilder text = new StringBuilder(lettersDecoded(request.getQueryString()));
		int start = text.length();
		NavigableMap<String, Integer> positions = new TreeMap<>();
		for (Map.Entry<String, String[]> parameter : new TreeMap<>(request.getParameterMap()).entrySet()) {
			positions.put(parameter.getKey(), text.length());
			for (String value : new TreeSet<>(List.of(parameter.getValue()))) {
				text.append(parameter.getKey()).append(value);
			}
		}
		return new SignedText(text.toString(), start, Collections.unmodifiableNavigableMap(positions));
	}

	/** Escaped or not: the signature may be for either form of the query. */
	private static String lettersDecoded(@Nullable String query) {
		return (query == null) ? "" : LETTER.matcher(query)
			.replaceAll((escape) -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
	}

	/**
	 * Whether the form has that parameter at that place of the text, and not elsewhere.
	 */
	boolean has(Occurrence occurrence) {
		return Integer.valueOf(occurrence.start()).equals(this.positions.get(occurrence.name()));
	}

	/** The part of the text between two occurrences, or from one to the end. */
	String value(Occurrence from, @Nullable Occurrence to) {
		return this.text.substring(from.end(), (to != null) ? to.start() : this.text.length());
	}

	/** All positions at which one of the names stands in the text, in their order. */
	List<Occurrence> occurrences(Collection<String> names) {
		List<Occurrence> all = new ArrayList<>();
		for (String name : names) {
			for (int at = this.text.indexOf(name); at >= 0 && !name.isEmpty(); at = this.text.indexOf(name, at + 1)) {
				all.add(new Occurrence(name, at));
			}
		}
		all.sort(Comparator.comparingInt(Occurrence::start));
		return all;
	}

	/**
	 * A place in the text at which a name stands, whether or not the form has the
	 * parameter there.
	 *
	 * @param name the name
	 * @param start where it begins
	 */
	record Occurrence(String name, int start) {

		int end() {
			return this.start + this.name.length();
		}

	}

}
