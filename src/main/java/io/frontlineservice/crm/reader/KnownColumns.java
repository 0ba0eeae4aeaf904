package io.frontlineservice.crm.reader;

import io.frontlineservice.crm.mapping.CustomerField;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The names that columns have in the exports of common products, from
 * {@code columns.yml}. Asked by {@link CsvHeader}. Thread-safe.
 */
final class KnownColumns {

	private static final Pattern IRRELEVANT = Pattern.compile("[^\\p{L}\\p{N}#]+");

	private static final Pattern NUMBER = Pattern.compile("\\d+");

	/** Such as {@code Contact Owner: Email} for {@code Contact Owner}. */
	private static final Pattern ADDRESS_OF_OWNER = Pattern.compile("(.+?)e?mail(?:addresse?|adresse|adres)?");

	private static final Pattern NAME_OF_OWNER = Pattern.compile("(.+?)(?:full)?name");

	private static final Map<String, List<String>> NAMES = read();

	private static final Map<CustomerField, Map<String, Integer>> RANKS = ranks();

	private KnownColumns() {
	}

	/**
	 * The names by the key of the setting that they stand for, the preferred ones first.
	 */
	static Map<String, List<String>> names() {
		return NAMES;
	}

	/**
	 * The place of that name in the list for the column; empty if it is not in it. The
	 * address of an owner goes before the name of the same owner.
	 */
	static OptionalInt rank(CustomerField field, String name) {
		String folded = fold(name);
		if (field != CustomerField.WORKER) {
			return place(field, folded);
		}
		OptionalInt whole = place(field, folded);
		OptionalInt address = whole.isPresent() ? whole : place(field, ADDRESS_OF_OWNER.matcher(folded));
		OptionalInt rank = address.isPresent() ? address : place(field, NAME_OF_OWNER.matcher(folded));
		int less = whole.isPresent() || address.isEmpty() ? 1 : 0;
		return rank.isPresent() ? OptionalInt.of(2 * rank.getAsInt() + less) : rank;
	}

	private static OptionalInt place(CustomerField field, Matcher stem) {
		return stem.matches() ? place(field, stem.group(1)) : OptionalInt.empty();
	}

	private static OptionalInt place(CustomerField field, String folded) {
		Map<String, Integer> ranks = Objects.requireNonNull(RANKS.get(field));
		Integer rank = ranks.get(folded);
		if (rank == null) {
			rank = ranks.get(NUMBER.matcher(folded).replaceAll("#"));
		}
		return (rank != null) ? OptionalInt.of(rank) : OptionalInt.empty();
	}

	/** Whether both names are the same without case, accents, blanks and punctuation. */
	static boolean isSame(String name, String other) {
		return fold(name).equals(fold(other));
	}

	/** The name without case, accents, blanks and punctuation. */
	static String fold(String name) {
		String letters = IRRELEVANT.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
		return letters.toLowerCase(Locale.ROOT);
	}

	private static Map<CustomerField, Map<String, Integer>> ranks() {
		Map<CustomerField, Map<String, Integer>> all = new HashMap<>();
		for (CustomerField field : FileFields.RECOGNIZED) {
			Map<String, Integer> ranks = new HashMap<>();
			for (String name : NAMES.getOrDefault(field.key(), List.of())) {
				ranks.put(fold(name), ranks.size());
			}
			all.put(field, ranks);
		}
		return all;
	}

	private static Map<String, List<String>> read() {
		try (InputStream names = Objects.requireNonNull(KnownColumns.class.getResourceAsStream("columns.yml"))) {
			return new YAMLMapper().readValue(names, new TypeReference<>() {
			});
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
