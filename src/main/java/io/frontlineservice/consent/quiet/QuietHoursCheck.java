package io.frontlineservice.consent.quiet;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/** Checks the settings of quiet hours, and each of their windows. */
final class QuietHoursCheck implements Check {

	private static final String WINDOWS = "frontline.consent.quiet-hours.windows";

	/** How YAML reads Norway. */
	private static final String UNQUOTED_NORWAY = "false";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(QuietHoursSettings.class).findings(environment));
		windows(environment).forEach((key, window) -> problem(key, window)
			.ifPresent((problem) -> findings.add(new Finding(WINDOWS + "." + key, problem))));
		return findings;
	}

	private static Optional<String> problem(String key, String window) {
		if (key.equals(UNQUOTED_NORWAY)) {
			return Optional.of("is how YAML reads NO: write \"NO\" in quotes for Norway");
		}
		Optional<String> region = SendingWindows.region(key);
		if (region.isEmpty()) {
			return Optional.of("must be named after a country such as GB, a state of the US such as US-TX, or default");
		}
		try {
			SendingWindowReader.read(window, QuietHoursData.INCLUDED.holidaysOf(region.get()));
			return Optional.empty();
		}
		catch (IllegalArgumentException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	private static Map<String, String> windows(Environment environment) {
		try {
			return new TreeMap<>(
					Binder.get(environment).bind(WINDOWS, Bindable.mapOf(String.class, String.class)).orElse(Map.of()));
		}
		catch (BindException ex) {
			// The check of the settings has reported it already.
			return Map.of();
		}
	}

}
