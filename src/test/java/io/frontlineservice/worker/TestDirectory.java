package io.frontlineservice.worker;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Worker directories out of files. Used by tests of this room and of {@code customer}.
 */
public final class TestDirectory {

	private TestDirectory() {
	}

	/** A directory of what is written in YAML. */
	public static WorkerDirectory of(Path folder, String yaml) throws IOException {
		return WorkerDirectory.of(watched(Files.writeString(folder.resolve("workers.yml"), yaml)));
	}

	static ReloadingFile<Roster> watched(Path file) {
		return new ReloadingFile<>("workers", FileLocation.of(file.toString()), Duration.ofDays(1), Roster::read);
	}

}
