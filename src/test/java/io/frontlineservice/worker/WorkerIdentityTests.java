package io.frontlineservice.worker;

import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Identities are compared without case, and different letters stay different. */
class WorkerIdentityTests {

	@ParameterizedTest
	@CsvSource({ "KATE@Example.com, kate@example.com", "Kåre@EXAMPLE.com, KÅRE@example.com", "ŞULE, şule",
			"ΟΔΥΣΣΕΑΣ, οδυσσεας", "ИВАН, иван", "\uD801\uDC00, \uD801\uDC28" })
	void caseDoesNotMatter(String one, String other) {
		assertThat(identity(one).key()).isEqualTo(identity(other).key());
	}

	@ParameterizedTest
	@CsvSource({
			// The Kelvin sign, the dotless i, the I with a dot, the long s.
			"\u212Aate@example.com, kate@example.com", "k\u0131m@example.com, kim@example.com",
			"\u0130da@example.com, ida@example.com", "\u0130da@example.com, i\u0307da@example.com",
			"ro\u017Fa@example.com, rosa@example.com",
			// The signs for ångström and ohm, the sharp s in capitals, ligatures, wide
			// letters.
			"\u212Bsa@example.com, \u00E5sa@example.com", "\u2126, \u03C9", "WEI\u1E9E, weiss", "\u1E9E, \u00DF",
			"\uFB01ona, fiona", "\uFF2Bate, kate" })
	void lettersThatFoldToOtherLettersDiffer(String one, String other) {
		assertThat(identity(one).key()).isNotEqualTo(identity(other).key());
	}

	@Test
	void onlyUpperAndLowerCaseOfOneLetterAreEqual() {
		Map<String, Integer> letters = new HashMap<>();
		for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
			int other = letters.merge(identity(Character.toString(letter)).key(), letter, (first, second) -> first);
			if (other != letter && letter != 'ς') {
				assertThat(isCaseOf(other, letter) || isCaseOf(letter, other)).as("%x and %x", other, letter).isTrue();
			}
		}
	}

	@Test
	void keyOfKeyIsTheSame() {
		for (int letter = 0; letter <= Character.MAX_CODE_POINT; letter++) {
			String key = identity(Character.toString(letter)).key();
			assertThat(identity(key).key()).isEqualTo(key);
		}
	}

	private static boolean isCaseOf(int upper, int lower) {
		return Character.toLowerCase(upper) == lower && Character.toUpperCase(lower) == upper;
	}

}
