package io.frontlineservice.work;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import io.frontlineservice.diagnosis.SettingsCheck;
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
		Path file = EmbeddedFile.of(url);
		if (file == null) {
			return List.of();
		}
		if (Files.exists(file)) {
			return Files.isRegularFile(file) && Files.isWritable(file) ? List.of()
					: List.of(new Finding(URL, "must name a file that this service may write to"));
		}
		return Files.isWritable(nearestFolder(file)) ? List.of()
				: List.of(new Finding(URL, "must name a file in a folder that this service may write to"));
	}

	/** The folder that is there; those below it are made. */
	private static Path nearestFolder(Path file) {
		Path folder = file;
		do {
			folder = (folder.getParent() != null) ? folder.getParent() : file.getRoot();
		}
		while (!Files.exists(folder));
		return folder;
	}

}
