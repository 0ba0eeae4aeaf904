package io.frontlineservice.work;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/** Checks the settings of the durable store and of the queue. */
final class StoreCheck implements Check {

	static final String URL = "frontline.store.url";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(WorkSettings.class).findings(environment));
		List<Finding> form = new SettingsCheck<>(StoreSettings.class).findings(environment);
		findings.addAll(form);
		if (form.isEmpty()) {
			String url = SettingText.of(environment, URL);
			boolean sandbox = environment.acceptsProfiles(Profiles.of("sandbox"));
			problem(url.isEmpty() ? StoreSettings.EMBEDDED : url, sandbox)
				.ifPresent((problem) -> findings.add(new Finding(URL, problem)));
		}
		return findings;
	}

	private static Optional<String> problem(String url, boolean sandbox) {
		if (!EmbeddedFile.isEmbedded(url)) {
			return Optional.empty();
		}
		if (EmbeddedFile.hasParameters(url)) {
			return Optional.of("must name only a file, without ? and parameters: the service sets what SQLite needs");
		}
		try {
			Path file = EmbeddedFile.of(url);
			if (file != null) {
				return FileAccess.problem(file);
			}
			return sandbox ? Optional.empty() : Optional.of("must name a file, such as " + StoreSettings.EMBEDDED
					+ ": a store in memory is lost when the process ends, and is only for the sandbox");
		}
		catch (UnusableSettingException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

}
