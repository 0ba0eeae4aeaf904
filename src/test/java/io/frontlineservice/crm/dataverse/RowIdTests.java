package io.frontlineservice.crm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ids are compared as SQL Server compares them. */
class RowIdTests {

	/** The bytes in the order in which they count, the last one first. */
	private static final List<String> SORTED = List.of("01000000-0000-0000-0000-000000000000",
			"00010000-0000-0000-0000-000000000000", "00000100-0000-0000-0000-000000000000",
			"00000001-0000-0000-0000-000000000000", "00000000-0100-0000-0000-000000000000",
			"00000000-0001-0000-0000-000000000000", "00000000-0000-0100-0000-000000000000",
			"00000000-0000-0001-0000-000000000000", "00000000-0000-0000-0001-000000000000",
			"00000000-0000-0000-0100-000000000000", "00000000-0000-0000-0000-000000000001",
			"3aaaaaaa-bbbb-cccc-dddd-1eeeeeeeeeee", "2aaaaaaa-bbbb-cccc-dddd-2eeeeeeeeeee",
			"1aaaaaaa-bbbb-cccc-dddd-3eeeeeeeeeee", "00000000-0000-0000-0000-f00000000000");

	@Test
	void idsAreSortedByTheLastGroupFirst() {
		List<String> ids = new ArrayList<>(SORTED);
		Collections.reverse(ids);
		ids.sort((one, other) -> one.equals(other) ? 0 : RowId.isAfter(one, other) ? 1 : -1);
		assertThat(ids).isEqualTo(SORTED);
		assertThat(RowId.isAfter(SORTED.get(0), SORTED.get(0))).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "49b0be2e", "49B0BE2E-D01C-ED11-B83E-000D3A572421",
			"49b0be2e-d01c-ed11-b83e-000d3a572421\n", "{49b0be2e-d01c-ed11-b83e-000d3a572421}" })
	void otherTextsAreNotIds(String text) {
		assertThat(RowId.isId(text)).isFalse();
		assertThat(RowId.isId("49b0be2e-d01c-ed11-b83e-000d3a572421")).isTrue();
	}

}
