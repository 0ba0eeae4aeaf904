package io.frontlineservice.crm.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A range has the names that begin with a text, and no others. */
class NameRangeTests {

	@ParameterizedTest
	@CsvSource({ "maria,Maria Silva", "MARIA,maria", "mar,Märtha", "Ó,Ostrich", "gus 5,Gus 55", "' maria ',Maria",
			"o'b,O'Brien", "李,李四", "Straß,STRASSE", "'-','-x'" })
	void namesThatBeginWithTheTextAreInTheRange(String text, String name) {
		assertThat(contains(text, name)).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "maria,Mari", "maria,Ana Maria", "maria,Marib", "gus 5,Gus 6", "b,a", "李,王五" })
	void otherNamesAreNot(String text, String name) {
		assertThat(contains(text, name)).isFalse();
	}

	private static boolean contains(String text, String name) {
		return NameRange.startingWith(text).contains(CustomerOrder.ofCursor(name + "\nid").nameKey());
	}

}
