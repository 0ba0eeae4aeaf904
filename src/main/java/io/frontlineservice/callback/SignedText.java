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
 * The part of the text that Twilio signs from the query on: the query, then the
 * parameters in the order of their names, each name followed by its value, without
 * separators. Immutable.
 *
 * @param text the text
 * @param start the position in the text where the form begins
 * @param positions the position of each name of the form in the text; the first one if a
 * name has several values
 */
record SignedText(String text, int start, NavigableMap<String, Integer> positions) {

	/** The escape of an ASCII letter. */
	private static final Pattern LETTER = Pattern.compile("%([46][1-9A-Fa-f]|[57][0-9Aa])");

	static SignedText of(HttpServletRequest request) {
		StringBuilder text = new StringBuilder(lettersDecoded(request.getQueryString()));
		int start = text.length();
		NavigableMap<String, Integer> positions = new TreeMap<>();
		for (Map.Entry<String, String[]> parameter : new TreeMap<>(request.getParameterMap()).entrySet()) {
			positions.put(parameter.getKey(), text.length());
			String[] values = parameter.getValue();
			for (String value : (values.length == 1) ? List.of(values) : new TreeSet<>(List.of(values))) {
				text.append(parameter.getKey()).append(value);
			}
		}
		return new SignedText(text.toString(), start, Collections.unmodifiableNavigableMap(positions));
	}

	/**
	 * Decodes escaped letters: Twilio may have signed the query with or without the
	 * escapes.
	 */
	private static String lettersDecoded(@Nullable String query) {
		return (query == null) ? "" : LETTER.matcher(query)
			.replaceAll((escape) -> String.valueOf((char) Integer.parseInt(escape.group(1), 16)));
	}

	/**
	 * Returns whether the form has this parameter at this position of the text.
	 */
	boolean has(Occurrence occurrence) {
		return Integer.valueOf(occurrence.start()).equals(this.positions.get(occurrence.name()));
	}

	/** Returns the text between two occurrences, or from the first one to the end. */
	String value(Occurrence from, @Nullable Occurrence to) {
		return this.text.substring(from.end(), (to != null) ? to.start() : this.text.length());
	}

	/** Returns all occurrences of these names in the text, in the order of the text. */
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
	 * A position in the text at which the letters of a name are, whether or not the form
	 * has the parameter there.
	 *
	 * @param name the name
	 * @param start its position in the text
	 */
	record Occurrence(String name, int start) {

		int end() {
			return this.start + this.name.length();
		}

	}

}
