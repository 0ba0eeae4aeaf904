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
import org.jspecify.annotations.Nullable;

/**
 * Where a file that people write is kept: a plain path, {@code file:} or
 * {@code classpath:}. Bound from every {@code …-location} setting. Immutable.
 */
public final class FileLocation {

	private static final String CLASSPATH = "classpath:";

	private static final String FILE = "file:";

	private final String text;

	private FileLocation(String text) {
		this.text = text;
	}

	public static FileLocation of(String text) {
		return new FileLocation(text.strip());
	}

	/** The location, or null for one that is set to nothing. */
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
	 * What is wrong with the place itself, in words to follow its key; empty if it can be
	 * opened.
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

	/** Whether there is something at this place, readable or not. */
	boolean exists() {
		try {
			Path path = path();
			return path == null || Files.exists(path);
		}
		catch (UnusableSettingException ex) {
			return false;
		}
	}

	/** The place in full, as an operator looks for it. */
	String inFull() {
		return isOnClassPath() ? this.text : new File(place()).getAbsolutePath();
	}

	private String whereRelative() {
		boolean isRelative = !isOnClassPath() && !new File(place()).isAbsolute();
		return isRelative ? ": a relative name begins in " + new File("").getAbsolutePath() : "";
	}

	/** The ending of the name without its dot, in lower case. */
	public String extension() {
		return this.text.substring(this.text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
	}

	/**
	 * Something that differs once the file was written anew; always the same for a file
	 * on the class path or one that is gone.
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
