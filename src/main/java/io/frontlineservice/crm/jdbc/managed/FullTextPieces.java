package io.frontlineservice.crm.jdbc.managed;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Turns a search text into words that a full-text index of MariaDB accepts: each piece of
 * three characters, and the beginnings of words. A piece is a word of one letter and the
 * codes of its characters, so it is ASCII, long enough, and not one of the words that
 * such an index leaves out. Called to write customers and to search for them.
 */
final class FullTextPieces {

	private static final int LENGTH = 3;

	private FullTextPieces() {
	}

	/** The pieces of a whole search text, separated by blanks. */
	static String of(String searchText) {
		return String.join(" ", pieces(searchText));
	}

	/**
	 * The pieces that occur in every text with that part in it: a blank at its beginning
	 * stands for the beginning of a word.
	 */
	static Collection<String> pieces(String text) {
		Set<String> pieces = new LinkedHashSet<>();
		int[] codePoints = text.codePoints().toArray();
		for (int i = 0; i + LENGTH <= codePoints.length; i++) {
			addPiece(pieces, codePoints, i);
		}
		return pieces;
	}

	private static void addPiece(Set<String> pieces, int[] codePoints, int start) {
		StringBuilder piece = new StringBuilder("q");
		for (int i = start; i < start + LENGTH; i++) {
			if (isSeparator(codePoints[i], i == start)) {
				return;
			}
			piece.append(Integer.toHexString(codePoints[i])).append('x');
		}
		pieces.add(piece.toString());
	}

	private static boolean isSeparator(int codePoint, boolean first) {
		return codePoint < ' ' || (codePoint == ' ' && !first);
	}

}
