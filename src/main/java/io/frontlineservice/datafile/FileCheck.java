package io.frontlineservice.datafile;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Checks that the file which a setting names is there and can be used. Called by the
 * checks of the rooms that have files.
 */
public final class FileCheck implements Check {

	private final String key;

	private final ReloadingFile.Reader<?> reader;

	/**
	 * Makes a check.
	 * @param key the setting
	 * @param reader reads the file, and throws if it cannot be used
	 */
	public FileCheck(String key, ReloadingFile.Reader<?> reader) {
		this.key = key;
		this.reader = reader;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		String location = SettingText.of(environment, this.key);
		return location.isBlank() ? List.of()
				: problem(FileLocation.of(location)).map((it) -> new Finding(this.key, it)).stream().toList();
	}

	private Optional<String> problem(FileLocation location) {
		Optional<String> obstacle = location.obstacle();
		if (obstacle.isPresent()) {
			return obstacle;
		}
		try {
			this.reader.read(location);
			return Optional.empty();
		}
		catch (BadFileException ex) {
			return Optional.of("names a file that cannot be used: " + ex.getMessage());
		}
		catch (IOException ex) {
			return Optional.of("names a file that cannot be read");
		}
	}

}
