package io.frontlineservice.work;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds out whether SQLite can write to a file and to its folder. Called by
 * {@link StoreCheck}, for the doctor also while the service uses the file. So it never
 * opens the file: closing it would release SQLite's locks in this process.
 */
final class FileAccess {

	private FileAccess() {
	}

	/** The problem, in words that follow the key; empty if the file can be written. */
	static Optional<String> problem(Path file) {
		Path folder = nearestFolder(file);
		if (!Files.isDirectory(folder)) {
			return Optional.of("must name a file in a folder: " + folder + " is not a folder");
		}
		if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
			return Optional.of("must name a file that this service may write to: " + file + " is not a file");
		}
		Optional<Path> refused = Stream.of("", "-wal", "-shm", "-journal")
			.map((ending) -> Path.of(URI.create(file.toUri() + ending)))
			.filter((it) -> Files.exists(it) && !(Files.isReadable(it) && Files.isWritable(it)))
			.findFirst();
		if (refused.isPresent()) {
			return Optional.of("must name a file that this service may read and write: it may not read and write "
					+ refused.get());
		}
		return takesFiles(folder) ? Optional.empty() : Optional
			.of("must name a file in a folder that this service may write to: it may not write to " + folder);
	}

	/** The nearest folder that exists; those below it are created later. */
	private static Path nearestFolder(Path file) {
		Path folder = file;
		do {
			folder = (folder.getParent() != null) ? folder.getParent() : file.getRoot();
		}
		while (!Files.exists(folder));
		return folder;
	}

	/** Writes a file, because permissions do not show mounts, quotas and privileges. */
	private static boolean takesFiles(Path folder) {
		try {
			Files.delete(Files.createTempFile(folder, ".frontline-", ".probe"));
			return true;
		}
		catch (IOException | SecurityException ex) {
			return false;
		}
	}

}
