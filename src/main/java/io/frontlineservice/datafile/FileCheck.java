package io.frontlineservice.datafile;

import io.frontlineservice.diagnosis.Check;
import io.frontlineservice.diagnosis.Finding;
import io.frontlineservice.diagnosis.SettingText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.core.env.Environment;

/**
 * Checks that the file that a setting names exists and can be used. Called by the checks
 * of packages with data files.
 */
public final class FileCheck implements Check {

	private final String key;

	private final ReloadingFile.Reader<?> reader;

	/**
	 * Creates a check.
	 * @param key the setting
	 * @param reader reads the file, and throws if it is invalid
	 */
	public FileCheck(String key, ReloadingFile.Reader<?> reader) {
		this.key = key;
		this.reader = reader;
	}

	@Override
	public List<Finding> findings(Environment environment) {
		String location = SettingText.of(environment, this.key);
		return location.isBlank() ? List.of()
				: findings(FileLocation.of(location)).stream().map(Finding::causedByFile).toList();
	}

	/** Shows the path that was tried, unless the text may be a misplaced secret. */
	private List<Finding> findings(FileLocation location) {
		List<String> problems = problems(location);
		boolean isShown = !problems.isEmpty() && (location.exists() || location.isNamedAsFile());
		String file = isShown ? " (" + location.inFull() + ")" : "";
		return problems.stream().map((it) -> new Finding(this.key, it + file)).toList();
	}

	private List<String> problems(FileLocation location) {
		Optional<String> problem = location.problem();
		if (problem.isPresent()) {
			return List.of(problem.get());
		}
		try {
			this.reader.read(location);
			return List.of();
		}
		catch (BadFileException ex) {
			return ex.problems().stream().map((it) -> "names a file that cannot be used: " + it).toList();
		}
		catch (IOException ex) {
			return List.of("names a file that cannot be read");
		}
	}

}
