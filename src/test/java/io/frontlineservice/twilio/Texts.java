package io.frontlineservice.twilio;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Tuple;

/** Random texts. */
final class Texts {

	private Texts() {
	}

	/** Returns texts of any characters of UTF-8, including those beyond 16 bits. */
	static Arbitrary<String> any(int longest) {
		Arbitrary<Integer> codePoints = Arbitraries.frequencyOf(Tuple.of(4, ascii()),
				Tuple.of(1, Arbitraries.integers().between(0, 0xD7FF)),
				Tuple.of(1, Arbitraries.integers().between(0xE000, Character.MAX_CODE_POINT)));
		return codePoints.list().ofMaxSize(longest).map(Texts::of);
	}

	private static Arbitrary<Integer> ascii() {
		return Arbitraries.integers().between(0, 0x7F);
	}

	private static String of(Iterable<Integer> codePoints) {
		StringBuilder text = new StringBuilder();
		codePoints.forEach(text::appendCodePoint);
		return text.toString();
	}

}
