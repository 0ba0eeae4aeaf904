package io.frontlineservice.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Parsing of the header {@code Retry-After}. */
class RetryAfterTests {

	private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

	@ParameterizedTest
	@CsvSource({ "1, PT1S", "' 120 ', PT2M", "900, PT15M", "901, PT15M", "999999999999999999, PT15M",
			"'Wed, 06 May 2026 07:08:10 GMT', PT1S", "'Wed, 06 May 2026 09:08:10 +0200', PT1S",
			"'Wed, 06 May 2026 23:00:00 GMT', PT15M" })
	void secondsAndDatesAreParsedUpToAQuarterOfAnHour(String header, Duration expected) {
		assertThat(RetryAfter.parse(header, NOW)).isEqualTo(expected);
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "0", "-1", "1.5", "soon", "1e3", "9999999999999999999999", "٣",
			"Wed, 06 May 2026 07:08:09 GMT", "Wed, 06 May 2020 07:08:10 GMT", "Mon, 06 May 2026 07:08:10 GMT",
			"2026-05-06T07:09:09Z" })
	void invalidHeaderIsIgnored(String header) {
		assertThat(RetryAfter.parse(header, NOW)).isNull();
	}

}
