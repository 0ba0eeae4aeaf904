package io.frontlineservice.work;

import io.frontlineservice.diagnosis.SettingPath;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of the embedded store. Made by {@link StoreConfiguration}, looked at by
 * {@link StoreCheck}.
 */
final class EmbeddedFile {

	private static final Logger logger = LoggerFactory.getLogger(EmbeddedFile.class);

	private static final String PREFIX = "jdbc:sqlite:";

	private static final String FILE = "file:";

	private static final Set<PosixFilePermission> OWNERS = PosixFilePermissions.fromString("rw-------");

	private EmbeddedFile() {
	}

	/** Whether the URL is that of an embedded store. */
	static boolean isEmbedded(String url) {
		return url.startsWith(PREFIX);
	}

	/** Whether the URL has parameters, by which SQLite may keep the store elsewhere. */
	static boolean hasParameters(String url) {
		return isEmbedded(url) && url.contains("?");
	}

	/**
	 * The file that the URL names; null if the store is in memory, or none of these.
	 * @throws UnusableSettingException if there can be no such file
	 */
	static @Nullable Path of(String url) {
		if (!isEmbedded(url)) {
			return null;
		}
		String place = url.substring(PREFIX.length()).replaceFirst("\\?.*", "").strip();
		if (place.startsWith(FILE)) {
			place = place.substring(FILE.length()).replaceFirst("^//(localhost)?(?=/)", "");
		}
		return (place.isEmpty() || place.startsWith(":")) ? null : SettingPath.of(place).toAbsolutePath();
	}

	/** The URL by which the driver opens that file, and no other. */
	static String url(Path file) {
		String name = file.toString();
		// Letters that the locale does not have: the bytes of a URI reach SQLite as they
		// are.
		return PREFIX + ((name.indexOf('\uFFFD') < 0) ? name : file.toUri());
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
		if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
				&& !Files.getPosixFilePermissions(file).equals(OWNERS)) {
			protect(file);
		}
	}

	/** Some mounts have no permissions; the store has neither names nor numbers. */
	private static void protect(Path file) {
		try {
			Files.setPosixFilePermissions(file, OWNERS);
		}
		catch (IOException ex) {
			logger.warn("The permissions of the store's file could not be limited to its owner: {}",
					ex.getClass().getSimpleName());
		}
	}

}
