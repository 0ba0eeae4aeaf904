package io.frontlineservice.consent.optout;

import io.frontlineservice.address.Address;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words by which people opt out and in: those of {@code keywords.yml} and those of
 * the settings. Called for each message of a customer. Immutable.
 *
 * @see <a href=
 * "https://www.twilio.com/docs/messaging/tutorials/advanced-opt-out">Twilio: Advanced
 * Opt-Out</a>
 */
final class Keywords {

	private static final String ALL = "all";

	/** The keywords by language, by the first digits of numbers, and for all. */
	private final Map<String, Map<String, Keyword>> byKey = new HashMap<>();

	private final Map<String, List<String>> languages = new HashMap<>();

	/**
	 * Creates the keywords.
	 * @param data the words of this version
	 * @param stopWords more words that opt out, separated by commas
	 * @param startWords more words that opt in
	 */
	Keywords(KeywordData data, Map<String, String> stopWords, Map<String, String> startWords) {
		add(data.start(), false);
		add(startWords, false);
		// A word in both lists opts out.
		add(data.stop(), true);
		add(stopWords, true);
		data.languages().forEach((digits, list) -> this.languages.put(digits, split(list)));
	}

	private void add(Map<String, String> words, boolean optsOut) {
		words.forEach(
				(key, list) -> split(list).forEach((word) -> this.byKey.computeIfAbsent(key, (it) -> new HashMap<>())
					.put(KeywordText.of(word), new Keyword(optsOut, word))));
	}

	private static List<String> split(String list) {
		return Arrays.stream(list.split(",")).map(String::strip).filter((it) -> !it.isEmpty()).toList();
	}

	/**
	 * Returns the keyword that a message consists of; empty if it is another message.
	 * @param body the text of the message; null without one
	 * @param author the address of the person
	 */
	Optional<Keyword> in(@Nullable String body, Address author) {
		String text = KeywordText.of(body);
		return text.isEmpty() ? Optional.empty()
				: keysFor(author).stream()
					.flatMap((key) -> Stream.ofNullable(this.byKey.getOrDefault(key, Map.of()).get(text)))
					.max(Comparator.comparing(Keyword::optsOut));
	}

	/** The lists that apply to a person; for a person without a number, all lists. */
	private Set<String> keysFor(Address author) {
		String number = author.number();
		if (number == null) {
			return this.byKey.keySet();
		}
		Set<String> keys = new LinkedHashSet<>(List.of(ALL));
		List<String> spoken = List.of();
		for (int length = 2; length <= number.length(); length++) {
			String digits = number.substring(1, length);
			keys.add(digits);
			spoken = this.languages.getOrDefault(digits, spoken);
		}
		keys.addAll(spoken);
		return keys;
	}

}
