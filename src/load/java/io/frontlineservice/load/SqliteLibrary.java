package io.frontlineservice.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.sqlite.SQLiteJDBCLoader;
import org.sqlite.util.OSInfo;

/**
 * SQLite's library, unpacked as in the image. Used by {@link FiguresSite}.
 */
final class SqliteLibrary {

	private static final String NAME = "libsqlitejdbc.so";

	private SqliteLibrary() {
	}

	/**
	 * Unpacks the library from its jar.
	 * @return the flag of the JVM that names its folder
	 */
	static String unpack(Path folder) throws IOException {
		String resource = "/org/sqlite/native/" + OSInfo.getNativeLibFolderPathForCurrentOS() + "/" + NAME;
		try (InputStream library = SQLiteJDBCLoader.class.getResourceAsStream(resource)) {
			Files.copy(Objects.requireNonNull(library), Files.createDirectories(folder).resolve(NAME));
		}
		return "-Dorg.sqlite.lib.path=" + folder;
	}

}
