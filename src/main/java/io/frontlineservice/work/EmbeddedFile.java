package io.frontlineservice.work;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
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

	/** The file that the URL names; null if the store is in memory. */
	static @Nullable Path of(String url) {
		String path = url.substring(PREFIX.length()).replaceFirst("^file:", "").replaceFirst("\\?.*", "");
		return (path.isEmpty() || path.contains(":memory:")) ? null : Path.of(path).toAbsolutePath();
	}

	/**
	 * Makes the file and its folder, if they are not there, for this user alone. The
	 * files that SQLite puts beside it get its permissions.
	 */
	static void create(Path file) throws IOException {
		Files.createDirectories(file.getParent());
		try {
			Files.createFile(file, ownersAlone());
		}
		catch (FileAlreadyExistsException ex) {
			// As it should be.
		}
	}

	private static FileAttribute<?>[] ownersAlone() {
		boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
		return posix
				? new FileAttribute<?>[] {
						PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")) }
				: new FileAttribute<?>[0];
	}

}
