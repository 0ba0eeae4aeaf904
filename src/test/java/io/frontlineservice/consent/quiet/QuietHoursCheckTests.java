package io.frontlineservice.consent.quiet;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.diagnosis.Finding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.env.MockEnvironment;

/** Invalid settings of quiet hours are reported before the start. */
class QuietHoursCheckTests {

	private static final String PREFIX = "frontline.consent.quiet-hours.";

	private static final String HOURS = "must be hours such as 08:00-20:00, days with hours such as "
			+ "mon-sat 09:00-21:00, sun 12:00-21:00, or never; in quotes";

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "enabled, perhaps, must be true or false",
			"reply-window, soon, must be a duration such as 2s or 500ms",
			"reply-window, 72h, must be between 0s and 48h", "reply-window, -1h, must be between 0s and 48h",
			"windows.false, 08:00-20:00, `is how YAML reads NO: write \"NO\" in quotes for Norway`",
			"windows.germany, 08:00-20:00, `must be named after a country such as GB, a state of the US such as US-TX, or default`",
			"windows.US-XX, 08:00-20:00, `must be named after a country such as GB, a state of the US such as US-TX, or default`",
			"windows.DE, 25:00-26:00, `has a time that does not exist: write times like 09:00, up to 24:00`",
			"windows.DE, foo 08:00-20:00, `has a day that does not exist: write days like mon, saturday or mon-fri`",
			"windows.DE, 20:00-08:00, `has hours that end before they start: hours cannot go past midnight; write them as two spans, such as 20:00-24:00, 00:00-02:00`",
			"windows.DE, `mon-sat 08:00-20:00, not on holidays`, `says \"not on holidays\", but the holidays of this region are not known: remove these words`" })
	void invalidSettingIsAFinding(String name, String value, String problem) {
		assertThat(findings(name, value)).containsExactly(new Finding(PREFIX + name, problem));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`', value = { "windows.DE, always", "windows.US-TX, 8",
			"windows.default, `08:00-20:00,`", "windows.default, mon-fri" })
	void windowWithoutHoursIsAFinding(String name, String value) {
		assertThat(findings(name, value)).containsExactly(new Finding(PREFIX + name, HOURS));
	}

	@ParameterizedTest
	@CsvSource(quoteCharacter = '`',
			value = { "enabled, true", "reply-window, 0s", "reply-window, 48h", "windows.de, 8:00-20:00",
					"windows.US-TX, `mon-sat 09:00-21:00, sun 12:00-21:00`", "windows.us.tx, 00:00-24:00",
					"windows.FR, `Monday - Friday 10:00 - 13:00, Monday-Friday 14:00-18:00, not on holidays`",
					"windows.default, 08:00-21:00", "windows.FR, never", "state-attribute, state" })
	void validSettingIsNotAFinding(String name, String value) {
		assertThat(findings(name, value)).isEmpty();
	}

	private static Iterable<Finding> findings(String name, String value) {
		return new QuietHoursCheck().findings(new MockEnvironment().withProperty(PREFIX + name, value));
	}

}
