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
 * The file of the embedded store. Created by {@link StoreOpener}, checked by
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

	/**
	 * Whether the URL has parameters. They could make SQLite keep the store in another
	 * place.
	 */
	static boolean hasParameters(String url) {
		return isEmbedded(url) && url.contains("?");
	}

	/**
	 * The file that the URL names; null if the store is in memory or not embedded.
	 * @throws UnusableSettingException if the name cannot be the name of a file
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

	/** The URL that opens exactly this file. */
	static String url(Path file) {
		String name = file.toString();
		// The locale lacks some letters of the name: a URI passes its bytes unchanged.
		return PREFIX + ((name.indexOf('\uFFFD') < 0) ? name : file.toUri());
	}

	/**
	 * Creates the file and its folder if they do not exist, and gives read access to the
	 * owner only. The files that SQLite creates beside it get the same permissions.
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

	/**
	 * Only warns on failure: some file systems have no permissions, and the store
	 * contains no names or numbers.
	 */
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
