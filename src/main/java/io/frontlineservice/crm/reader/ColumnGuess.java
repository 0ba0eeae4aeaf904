package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import io.frontlineservice.text.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Guesses which column is meant, for messages only: a guess is never read. Called by
 * {@link HeaderCheck} and {@link HeaderRemarks}.
 */
final class ColumnGuess {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+|(?<=\\p{Ll})(?=\\p{Lu})");

	/** Words like {@code Kundennr}. */
	private static final Pattern ID = Pattern.compile(".*(nr|number|nummer|num|code)");

	/** A hint of at least so many letters may also be a part of a word. */
	private static final int LONG_HINT = 4;

	/** The fields that are guessed, those with the more telling hints first. */
	private static final Map<CustomerField, List<String>> HINTS = new EnumMap<>(Map.of(CustomerField.WHATSAPP,
			List.of("whatsapp", "wa"), CustomerField.EMAIL, List.of("mail"), CustomerField.PHONE,
			List.of("phone", "fone", "telef", "tel", "rufnummer", "mobil", "cell", "handy", "gsm", "sms", "msisdn"),
			CustomerField.WORKER,
			List.of("owner", "worker", "agent", "rep", "sales", "seller", "assign", "manager", "responsible", "advisor",
					"consultant", "user", "betreuer", "berater", "besitzer", "inhaber", "verantwortlich", "vendedor",
					"commercial"),
			CustomerField.CUSTOMER_ID, List.of("id", "nr", "no", "num", "number", "nummer", "key", "code", "uuid"),
			CustomerField.DISPLAY_NAME, List.of("name", "customer", "contact", "client", "kunde", "kontakt", "person",
					"nombre", "naam", "wer", "ansprechpartner")));

	private static final List<CustomerField> ORDER = List.of(CustomerField.WHATSAPP, CustomerField.EMAIL,
			CustomerField.PHONE, CustomerField.WORKER, CustomerField.CUSTOMER_ID, CustomerField.DISPLAY_NAME);

	private ColumnGuess() {
	}

	/**
	 * The columns that these fields may have, each column once. A column that looks like
	 * another field is no guess.
	 */
	static Map<CustomerField, String> of(Collection<CustomerField> missing, Collection<String> columns) {
		Map<CustomerField, String> guesses = new EnumMap<>(CustomerField.class);
		List<String> left = new ArrayList<>(columns);
		for (CustomerField field : ORDER) {
			List<String> hinting = left.stream().filter((name) -> hints(field, name)).toList();
			if (missing.contains(field)) {
				hinting.stream().findFirst().ifPresent((name) -> guesses.put(field, name));
			}
			left.removeAll(hinting);
		}
		return guesses;
	}

	/** The column with the most similar name, or with a name that contains the other. */
	static Optional<String> nearest(String wanted, Collection<String> columns) {
		String folded = KnownColumns.fold(wanted);
		return Nearest.to(wanted, columns).or(() -> columns.stream().filter((it) -> {
			String column = KnownColumns.fold(it);
			return Math.min(column.length(), folded.length()) >= LONG_HINT
					&& (column.contains(folded) || folded.contains(column));
		}).findFirst());
	}

	private static boolean hints(CustomerField field, String name) {
		List<String> words = BETWEEN_WORDS.splitAsStream(name).map((word) -> word.toLowerCase(Locale.ROOT)).toList();
		boolean parts = field != CustomerField.CUSTOMER_ID;
		return HINTS.getOrDefault(field, List.of())
			.stream()
			.anyMatch((hint) -> words.stream()
				.anyMatch((word) -> word.equals(hint) || (!parts && ID.matcher(word).matches())
						|| (parts && hint.length() >= LONG_HINT && word.contains(hint))))
				|| Nearest.to(FileFields.defaultName(field), List.of(name)).isPresent();
	}

}
