package io.frontlineservice.work;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jspecify.annotations.Nullable;

/**
 * The file of the embedded store. Made by {@link StoreConfiguration}, looked at by
 * {@link StoreCheck}.
 */
final class EmbeddedFile {

	private static final String PREFIX = "jdbc:sqlite:";

	private EmbeddedFile() {
	}

	/** Whether the URL is that of an embedded store. */
	static boolean isEmbedded(String url) {
		return url.startsWith(PREFIX);
	}

	/** The file that the URL names; null if the store is in memory, or none of these. */
	static @Nullable Path of(String url) {
		if (!isEmbedded(url)) {
			return null;
		}
		String path = url.substring(PREFIX.length()).replaceFirst("^file:", "").replaceFirst("\\?.*", "");
		return (path.isEmpty() || path.contains(":memory:")) ? null : Path.of(path).toAbsolutePath();
	}

	/**
	 * Makes the file and its folder, if they are not there, and lets nobody but this user
	 * read it. The files that SQLite puts beside it get its permissions.
	 */
	static void create(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		if (!Files.exists(file)) {
			Files.createFile(file);
		}
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
			Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
		}
	}

}
