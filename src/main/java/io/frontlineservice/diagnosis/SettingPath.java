package io.frontlineservice.diagnosis;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Reads a setting that names a file or a folder. Called where files are opened, and by
 * the checks of their settings.
 * <p>
 * In a locale that is not UTF-8, as {@code LC_ALL=C}, Java can write names only in the
 * letters of that locale, whatever is set in {@code file.encoding} or
 * {@code sun.jnu.encoding}. A path made of a URI has the bytes that the URI has.
 */
public final class SettingPath {

	private static final String UTF_8 = "UTF-8";

	/** Stands where the JVM could not read a byte of the environment or an argument. */
	private static final char LOST = '\uFFFD';

	private SettingPath() {
	}

	/**
	 * The path of that name, whatever the locale.
	 * @throws UnusableSettingException if there can be no such file
	 */
	public static Path of(String name) {
		if (name.indexOf(LOST) >= 0) {
			throw new UnusableSettingException("names a file by letters that were lost, because the locale of this "
					+ "process is not UTF-8: set LC_ALL=C.UTF-8, or name the file in application.yml");
		}
		try {
			Path path = Path.of(name);
			return (name.chars().allMatch((it) -> it < 128) || isUtf8() || Files.exists(path)) ? path : asUtf8(name);
		}
		catch (InvalidPathException ex) {
			if (name.indexOf('\0') >= 0 || isUtf8() || File.separatorChar != '/') {
				throw new UnusableSettingException("names a file by a name that no file can have");
			}
			return asUtf8(name);
		}
	}

	private static boolean isUtf8() {
		return UTF_8.equalsIgnoreCase(System.getProperty("sun.jnu.encoding"));
	}

	private static Path asUtf8(String name) {
		StringBuilder path = new StringBuilder();
		for (byte octet : name.getBytes(StandardCharsets.UTF_8)) {
			path.append((octet == '/') ? "/" : "%%%02X".formatted(octet));
		}
		// The folder may have such letters, too: as a URI it keeps its bytes.
		return Path.of(name.startsWith("/") ? URI.create("file://" + path)
				: URI.create(Path.of("").toUri() + path.toString()));
	}

}
