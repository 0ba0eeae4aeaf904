package io.frontlineservice.crm.file;

import java.util.HashMap;
import java.util.Map;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which texts contain which sequences of one to three characters. Filled once, in
 * ascending order of ordinals, by {@link SearchIndex}; then asked by many threads at
 * once.
 */
final class Grams {

	static final int LONGEST = 3;

	private static final RoaringBitmap NONE = new RoaringBitmap();

	private final Map<Long, RoaringBitmap> ordinals = new HashMap<>();

	/** Notes all sequences of the text. */
	void addAll(String text, int ordinal) {
		for (int start = 0; start < text.length(); start++) {
			addStart(text, start, ordinal);
		}
	}

	/** Notes the sequences that begin at that place of the text. */
	void addStart(String text, int start, int ordinal) {
		long gram = 0;
		int end = Math.min(start + LONGEST, text.length());
		for (int i = start; i < end && !isSeparator(text.charAt(i)); i++) {
			gram = (gram << Character.SIZE) | text.charAt(i);
			this.ordinals.computeIfAbsent(gram, (key) -> new RoaringBitmap()).add(ordinal);
		}
	}

	void finish() {
		this.ordinals.values().forEach((bitmap) -> {
			bitmap.runOptimize();
			bitmap.trim();
		});
	}

	/** Who may contain the text: all who do, and perhaps others. */
	RoaringBitmap mayContain(String text) {
		RoaringBitmap found = startingWith(text);
		for (int start = 1; start + LONGEST <= text.length() && !found.isEmpty(); start++) {
			found = RoaringBitmap.and(found, startingWith(text.substring(start)));
		}
		return found;
	}

	/** Who has the first three characters of the text, or all where it is shorter. */
	RoaringBitmap startingWith(String text) {
		long gram = 0;
		for (int i = 0; i < Math.min(LONGEST, text.length()); i++) {
			gram = (gram << Character.SIZE) | text.charAt(i);
		}
		return this.ordinals.getOrDefault(gram, NONE);
	}

	private static boolean isSeparator(char character) {
		return character == '\n' || character == ' ';
	}

}
