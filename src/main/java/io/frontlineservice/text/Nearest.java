package io.frontlineservice.text;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Finds the name that was probably meant by a misspelled one: a command, a setting's
 * value, a team, an attribute. Called where a message lists the existing names.
 * Thread-safe.
 */
public final class Nearest {

	/** Longer texts are not names, and would take long to compare. */
	private static final int LONGEST = 100;

	/** A shorter beginning says too little. */
	private static final int SHORTEST_BEGINNING = 3;

	private static final Pattern IRRELEVANT = Pattern.compile("[^\\p{L}\\p{N}@]+");

	private Nearest() {
	}

	/**
	 * Returns the most similar of the known names; empty if none is similar. Case, blanks
	 * and punctuation do not count. About one wrong letter in four is still similar, and
	 * so is the beginning of a name.
	 */
	public static Optional<String> to(String written, Collection<String> known) {
		String wanted = fold(written);
		String nearest = null;
		int least = Math.max(1, wanted.length() / 4);
		for (String name : known) {
			int distance = distance(wanted, fold(name), least);
			if (distance < least || (distance == least && nearest == null)) {
				nearest = name;
				least = distance;
			}
		}
		return Optional.ofNullable(nearest)
			.or(() -> known.stream().filter((it) -> begins(wanted, fold(it))).findFirst());
	}

	/**
	 * Returns "; the nearest is NAME", to append to a problem; empty without such a name.
	 */
	public static String hint(String written, Collection<String> known) {
		return to(written, known).map((name) -> "; the nearest is " + name).orElse("");
	}

	private static String fold(String name) {
		return IRRELEVANT.matcher((name.length() > LONGEST) ? "" : name).replaceAll("").toLowerCase(Locale.ROOT);
	}

	/**
	 * The number of letters to add, remove, replace or swap with the next one; more than
	 * the limit if the texts are not similar.
	 */
	private static int distance(String one, String other, int limit) {
		if (one.isEmpty() || other.isEmpty() || Math.abs(one.length() - other.length()) > limit
				|| limit >= Math.max(one.length(), other.length())) {
			return (!one.isEmpty() && one.equals(other)) ? 0 : limit + 1;
		}
		int[][] distances = new int[one.length() + 1][other.length() + 1];
		for (int i = 0; i <= one.length(); i++) {
			for (int j = 0; j <= other.length(); j++) {
				distances[i][j] = (i == 0 || j == 0) ? i + j : step(one, other, i, j, distances);
			}
		}
		return distances[one.length()][other.length()];
	}

	/** Whether one of the two is the beginning of the other. */
	private static boolean begins(String one, String other) {
		return Math.min(one.length(), other.length()) >= SHORTEST_BEGINNING
				&& (one.startsWith(other) || other.startsWith(one));
	}

	private static int step(String one, String other, int i, int j, int[][] distances) {
		int replaced = distances[i - 1][j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
		int least = Math.min(replaced, 1 + Math.min(distances[i - 1][j], distances[i][j - 1]));
		boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
				&& one.charAt(i - 2) == other.charAt(j - 1);
		return swapped ? Math.min(least, 1 + distances[i - 2][j - 2]) : least;
	}

}
