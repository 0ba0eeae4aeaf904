package io.frontlineservice.diagnosis;

import java.io.File;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/**
 * Converts a setting to the path of a file or a folder. Called where files are opened,
 * and by the checks of these settings.
 * <p>
 * In a locale that is not UTF-8, such as {@code LC_ALL=C}, Java encodes file names in the
 * charset of that locale, whatever {@code file.encoding} or {@code sun.jnu.encoding} say.
 * A path from a URI keeps the bytes of the URI.
 */
public final class SettingPath {

	private static final String UTF_8 = "UTF-8";

	/**
	 * Replaces a byte of the environment or an argument that the JVM could not decode.
	 */
	private static final char LOST = '\uFFFD';

	private SettingPath() {
	}

	/**
	 * Returns the path of that name, in any locale.
	 * @throws UnusableSettingException if it cannot be the name of a file
	 */
	public static Path of(String name) {
		if (name.indexOf(LOST) >= 0) {
			throw new UnusableSettingException("names a file with letters that were lost, because the locale of this "
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
		// The folder may have such letters, too.
		return Path.of(name.startsWith("/") ? URI.create("file://" + path)
				: URI.create(Path.of("").toUri() + path.toString()));
	}

}
