package io.frontlineservice.sandbox.crm.hubspot;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The words of a search: each must begin a word of a property. HubSpot documents which
 * properties it searches, but not how it compares. Part of a {@link SearchCall}.
 * Immutable.
 *
 * @param words the words, in lower case
 */
record SearchWords(List<String> words) {

	private static final List<String> SEARCHED = List.of("firstname", "lastname", "email", "phone", "mobilephone",
			"company", "hs_additional_emails", "fax", "hs_searchable_calculated_phone_number",
			"hs_searchable_calculated_mobile_number");

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");

	static SearchWords of(String query) {
		return new SearchWords(split(query).toList());
	}

	private static Stream<String> split(String text) {
		return Arrays.stream(BETWEEN_WORDS.split(text.toLowerCase(Locale.ROOT), -1)).filter((word) -> !word.isEmpty());
	}

	boolean match(Contact contact) {
		if (this.words.isEmpty()) {
			return true;
		}
		List<String> has = SEARCHED.stream()
			.map(contact::value)
			.filter(Objects::nonNull)
			.flatMap(SearchWords::split)
			.toList();
		return this.words.stream().allMatch((word) -> has.stream().anyMatch((its) -> its.startsWith(word)));
	}

}
