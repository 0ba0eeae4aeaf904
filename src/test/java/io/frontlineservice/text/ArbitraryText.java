package io.frontlineservice.text;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Difficult texts. Used by the property tests of this package. */
final class ArbitraryText {

	/**
	 * Texts with a meaning for Mustache or regular expressions, and unusual characters.
	 */
	private static final List<String> PIECES = List.of("{{Author}}", "{{{Name}}}", "{{#Name}}", "{{^Name}}",
			"{{/Name}}", "{{=<% %>=}}", "<%Name%>", "{{Name|x}}", "{{!", "{{", "}}", "{", "}", "|", "$&", "$'", "$1",
			"\\", "\\n", "%s", "${x}", "<b>&amp;", "Lina", "Berg & Sons", " ", "  ", "\n", "\r\n", "\t", "\u0000",
			"\u001B", "\u0085", "\u00A0", "\u2028", "\u200B", "\u200F", "\u202E", "\u2066", "\uFEFF", "\uD83D",
			"\uDE00", "\uD83D\uDE00", "👩‍👩‍👧", "é", "e\u0301", "李", "مرحبا", "אבג", "x".repeat(5_000));

	private ArbitraryText() {
	}

	/** Texts of at most this many pieces or characters. */
	static Arbitrary<String> upTo(int longest) {
		Arbitrary<String> characters = Arbitraries.integers()
			.between(0, Character.MAX_VALUE)
			.map((character) -> Character.toString((char) (int) character));
		return Arbitraries.oneOf(Arbitraries.of(PIECES), Arbitraries.of(PIECES), characters)
			.list()
			.ofMaxSize(longest)
			.map((pieces) -> String.join("", pieces));
	}

}
