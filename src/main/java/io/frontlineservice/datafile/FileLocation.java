package io.frontlineservice.datafile;

import io.frontlineservice.diagnosis.SettingPath;
import io.frontlineservice.diagnosis.UnusableSettingException;
import java.io.File;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The location of a data file: a plain path, {@code file:} or {@code classpath:}. Bound
 * from every {@code …-location} setting. Immutable.
 */
public final class FileLocation {

	private static final String CLASSPATH = "classpath:";

	private static final String FILE = "file:";

	private static final Set<String> EXTENSIONS = Set.of("csv", "tsv", "txt", "json", "yml", "yaml", "xlsx", "xls");

	private final String text;

	private FileLocation(String text) {
		this.text = text;
	}

	public static FileLocation of(String text) {
		return new FileLocation(text.strip());
	}

	/** The location; null if it is missing or empty. */
	public static @Nullable FileLocation ifGiven(@Nullable FileLocation location) {
		return (location == null || location.text.isEmpty()) ? null : location;
	}

	/** Opens the file; the caller closes it. */
	public InputStream open() throws IOException {
		Path path = path();
		if (path != null) {
			return Files.newInputStream(path);
		}
		String name = this.text.substring(CLASSPATH.length());
		InputStream stream = FileLocation.class.getClassLoader()
			.getResourceAsStream(name.startsWith("/") ? name.substring(1) : name);
		if (stream == null) {
			throw new FileNotFoundException("not on the class path");
		}
		return stream;
	}

	/**
	 * What is wrong with the location, in words that follow the key; empty if the file
	 * can be opened.
	 */
	public Optional<String> problem() {
		try {
			Path path = path();
			if (path != null && Files.isDirectory(path)) {
				return Optional.of("names a folder, not a file");
			}
			if (path != null && Files.exists(path) && !Files.isReadable(path)) {
				return Optional.of("names a file that this process may not read");
			}
			try (InputStream stream = open()) {
				return (stream.available() >= 0) ? Optional.empty() : Optional.of("cannot be read");
			}
		}
		catch (IOException ex) {
			return Optional.of("names a file that does not exist" + whereRelative());
		}
		catch (UnusableSettingException ex) {
			return Optional.of(String.valueOf(ex.getMessage()));
		}
	}

	/** Whether the file exists, readable or not. */
	boolean exists() {
		try {
			Path path = path();
			return path == null || Files.exists(path);
		}
		catch (UnusableSettingException ex) {
			return false;
		}
	}

	/** Whether it has the extension of a data file, as no secret does. */
	boolean isNamedAsFile() {
		return EXTENSIONS.contains(extension()) && this.text.chars().noneMatch(Character::isISOControl);
	}

	/** The absolute path that is tried, for operators. */
	public String inFull() {
		return isOnClassPath() ? this.text : new File(place()).getAbsolutePath();
	}

	private String whereRelative() {
		boolean isRelative = !isOnClassPath() && !new File(place()).isAbsolute();
		return isRelative ? ": a relative path starts in " + new File("").getAbsolutePath() : "";
	}

	/** The extension of the file name without its dot, in lower case. */
	public String extension() {
		return this.text.substring(this.text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	/**
	 * A value that changes when the file is written again. It is constant for a file on
	 * the class path and for a missing file.
	 */
	Object fingerprint() {
		Path path = path();
		if (path == null) {
			return CLASSPATH;
		}
		try {
			BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
			return attributes.lastModifiedTime() + "/" + attributes.size() + "/" + attributes.fileKey();
		}
		catch (IOException ex) {
			return "gone";
		}
	}

	private @Nullable Path path() {
		return isOnClassPath() ? null : SettingPath.of(place());
	}

	private boolean isOnClassPath() {
		return this.text.startsWith(CLASSPATH);
	}

	private String place() {
		if (!this.text.startsWith(FILE)) {
			return this.text;
		}
		String place = this.text.substring(FILE.length());
		return place.startsWith("//") ? place.substring(2) : place;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof FileLocation location && location.text.equals(this.text);
	}

	@Override
	public int hashCode() {
		return this.text.hashCode();
	}

	@Override
	public String toString() {
		return this.text;
	}

}
