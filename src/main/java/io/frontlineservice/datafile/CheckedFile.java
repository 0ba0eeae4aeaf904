package io.frontlineservice.datafile;

import io.frontlineservice.datafile.ReloadingFile.Reader;
import io.frontlineservice.diagnosis.CheckedContent;
import org.springframework.core.env.Environment;

/**
 * Hands a file that a {@link FileCheck} has read to the {@link ReloadingFile} of the
 * start, so that a large file is read only once. Used by packages with data files.
 */
public final class CheckedFile {

	private CheckedFile() {
	}

	/**
	 * Returns a reader for a check, which keeps the content for the start.
	 * @param key the setting of the file
	 */
	public static <T> Reader<T> keeping(Environment environment, String key, Reader<T> reader) {
		return (location) -> {
			Object fingerprint = location.fingerprint();
			T content = reader.read(location);
			CheckedContent.keep(environment, key, new Kept<>(fingerprint, content));
			return content;
		};
	}

	/**
	 * Returns a reader for the start. What a check has kept for the same setting of this
	 * environment is the content, unless the file has changed since.
	 * @param reader reads the same content as that of the check
	 */
	@SuppressWarnings("unchecked")
	public static <T> Reader<T> kept(Environment environment, String key, Reader<T> reader) {
		return (location) -> {
			Object kept = CheckedContent.take(environment, key).orElse(null);
			return (kept instanceof Kept<?> file && file.fingerprint().equals(location.fingerprint()))
					? (T) file.content() : reader.read(location);
		};
	}

	/**
	 * A file that was read.
	 *
	 * @param fingerprint that of the file before it was read
	 */
	private record Kept<T>(Object fingerprint, T content) {
	}

}
