package io.frontlineservice.work;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.Environment;

/** Checks where and how durable work is kept. */
final class StoreCheck implements Check {

	private static final String URL = "frontline.store.url";

	@Override
	public List<Finding> findings(Environment environment) {
		List<Finding> findings = new ArrayList<>(new SettingsCheck<>(WorkSettings.class).findings(environment));
		List<Finding> form = new SettingsCheck<>(StoreSettings.class).findings(environment);
		findings.addAll(form);
		if (form.isEmpty()) {
			findings.addAll(file(SettingText.of(environment, URL)));
		}
		return findings;
	}

	private static List<Finding> file(String configured) {
		String url = configured.isEmpty() ? StoreSettings.EMBEDDED : configured;
		Path file = url.startsWith("jdbc:sqlite:") ? EmbeddedFile.of(url) : null;
		if (file == null) {
			return List.of();
		}
		try {
			EmbeddedFile.create(file);
		}
		catch (IOException ex) {
			return List.of(new Finding(URL,
					"names a file that cannot be made: its folder must be one that this " + "service may write to"));
		}
		return Files.isWritable(file) ? List.of()
				: List.of(new Finding(URL, "names a file that this service may not write to"));
	}

}
