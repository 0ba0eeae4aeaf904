package io.frontlineservice.crm.snapshot;

import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which texts contain which sequences of one to three characters. Filled once, in
 * ascending order of ordinals, by {@link SearchIndex}; then asked by many threads at
 * once.
 */
final class TrigramIndex {

	static final int LONGEST = 3;

	private static final RoaringBitmap NONE = new RoaringBitmap();

	/** Odd, so that no two sequences get the same key. */
	private static final long SCATTER = 0x9E3779B97F4A7C15L;

	private final Map<Long, Posting> postings = new HashMap<>();

	/** Adds all sequences of the text. */
	void addAll(String text, int ordinal) {
		for (int start = 0; start < text.length(); start++) {
			addStart(text, start, ordinal);
		}
	}

	/** Adds the sequences that begin at that index of the text. */
	void addStart(String text, int start, int ordinal) {
		long gram = 0;
		int end = Math.min(start + LONGEST, text.length());
		for (int i = start; i < end && !isSeparator(text.charAt(i)); i++) {
			gram = (gram << Character.SIZE) | text.charAt(i);
			this.postings.computeIfAbsent(key(gram), (key) -> new Posting()).add(ordinal);
		}
	}

	void finish() {
		this.postings.values().forEach(Posting::finish);
	}

	/**
	 * The texts that may contain this one: all that do, and possibly others.
	 * @param among the ordinals that count: few of them make this fast
	 */
	RoaringBitmap mayContain(String text, RoaringBitmap among) {
		RoaringBitmap found = startingWith(text, among);
		for (int start = 1; start + LONGEST <= text.length() && !found.isEmpty(); start++) {
			found = startingWith(text.substring(start), found);
		}
		return found;
	}

	/**
	 * The texts with the first three characters of this one, or all of it if it is
	 * shorter.
	 * @param among the ordinals that count
	 */
	RoaringBitmap startingWith(String text, RoaringBitmap among) {
		long gram = 0;
		for (int i = 0; i < Math.min(LONGEST, text.length()); i++) {
			gram = (gram << Character.SIZE) | text.charAt(i);
		}
		Posting posting = this.postings.get(key(gram));
		return (posting != null) ? RoaringBitmap.and(among, posting.ordinals) : NONE;
	}

	/** Similar sequences would otherwise fall into few buckets of a map. */
	private static long key(long gram) {
		return gram * SCATTER;
	}

	private static boolean isSeparator(char character) {
		return character == '\n' || character == ' ';
	}

	/** Where one sequence occurs. */
	private static final class Posting {

		private final RoaringBitmap ordinals = new RoaringBitmap();

		private int last = -1;

		/**
		 * A sequence often occurs twice in one text, and a bitmap is slow to detect it.
		 */
		void add(int ordinal) {
			if (ordinal != this.last) {
				this.ordinals.add(ordinal);
				this.last = ordinal;
			}
		}

		void finish() {
			this.ordinals.runOptimize();
			this.ordinals.trim();
		}

	}

}
