package io.frontlineservice.crm.hubspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The cursor of a page of contacts. */
class ListPlaceTests {

	static ListPlace place(int offset, String... last) {
		return new ListPlace(0, offset, List.of(last));
	}

	@Test
	void cursorNamesThePlace() {
		ListPlace place = place(120, "51", "7", "9007199254740993");
		assertThat(ListPlace.of(place.cursor())).contains(place);
		assertThat(ListPlace.of(place.startOfNextPart().cursor())).contains(new ListPlace(1, 0, List.of()));
	}

	@Test
	void noCursorIsTheStart() {
		assertThat(ListPlace.of(null)).contains(ListPlace.START);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "5", "0:5", "0::5", "0:-1:5", "0:5:x", "0:5:1,2,", "0:123456:1",
			"0:5:1,2,3,4,5,6,7,8,9", "0:5:1\n" })
	void otherTextIsNoCursor(String text) {
		assertThat(ListPlace.of(text)).isEmpty();
	}

}
