package io.frontlineservice.callback;

import static io.frontlineservice.worker.TestWorkers.worker;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.callback.CrmCallbackController.CustomersListForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An unusable page size is clamped or replaced by the default. */
class CustomersListFormTests {

	@ParameterizedTest
	@CsvSource({ "1,1", "5,5", "30,30", "99,99", "100,100", "101,100", "1000000000,100", "99999999999999999999,100",
			"0,1", "-0,1", "-1,1", "-99999999999999999999,1", "0000000005,5", "+7,7", "' 8 ',8", "1e3,30", "5.0,30",
			"five,30", "'',30", "-,30", "٣,30", "0x10,30" })
	void pageSizeIsClampedOrDefault(String written, int pageSize) {
		assertThat(pageSize(written)).isEqualTo(pageSize);
	}

	@Test
	void missingPageSizeIsDefault() {
		assertThat(pageSize(null)).isEqualTo(30);
	}

	/** Backtracking would take minutes. */
	@Test
	void pageSizeOfManyZerosIsReadAtOnce() {
		String zeros = "0".repeat(250_000);
		assertThat(pageSize(zeros + "7")).isEqualTo(7);
		assertThat(pageSize(zeros + "x")).isEqualTo(30);
	}

	@Test
	void emptyTokenAndAnchorAreNull() {
		assertThat(new CustomersListForm("ada", null, "", "", null).toRequest(worker("ada"))).satisfies((request) -> {
			assertThat(request.pageToken()).isNull();
			assertThat(request.anchor()).isNull();
			assertThat(request.search()).isEmpty();
		});
	}

	private static int pageSize(@Nullable String written) {
		return new CustomersListForm("ada", written, null, null, null).toRequest(worker("ada")).pageSize();
	}

}
