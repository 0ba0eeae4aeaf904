package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Worker directories from files. Used by tests of this package and of {@code customer}.
 */
public final class TestDirectory {

	private TestDirectory() {
	}

	/** Returns the directory of that YAML. */
	public static WorkerDirectory of(Path folder, String yaml) throws IOException {
		return WorkerDirectory.of(watched(Files.writeString(folder.resolve("workers.yml"), yaml)));
	}

	static ReloadingFile<Roster> watched(Path file) {
		return new ReloadingFile<>("workers", FileLocation.of(file.toString()), Duration.ofDays(1), Roster::read);
	}

}
