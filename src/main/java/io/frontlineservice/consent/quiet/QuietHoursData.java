package io.frontlineservice.consent.quiet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.frontlineservice.address.UsState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The content of {@code quiet-hours.yml}: the hours that this service knows. Read by
 * {@link SendingWindows}. Immutable.
 *
 * @param asOf when the sources were read
 * @param windows the hours by country, by state as in {@code US-TX}, and by default
 * @param holidays the public holidays of countries whose windows exclude them
 * @param usZones the time zones of the states of the US
 */
record QuietHoursData(@JsonProperty("as-of") LocalDate asOf, Map<String, String> windows,
		Map<String, List<String>> holidays, @JsonProperty("us-zones") Map<UsState, List<ZoneId>> usZones) {

	/** The hours that this version of the service knows. */
	static final QuietHoursData INCLUDED = read();

	/** Returns the holidays of a country or state; null if they are not known. */
	@Nullable Holidays holidaysOf(String region) {
		List<String> days = this.holidays.get(region);
		return (days != null) ? Holidays.of(days) : null;
	}

	private static QuietHoursData read() {
		try (InputStream data = Objects.requireNonNull(QuietHoursData.class.getResourceAsStream("quiet-hours.yml"))) {
			return new YAMLMapper().readValue(data, QuietHoursData.class);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
