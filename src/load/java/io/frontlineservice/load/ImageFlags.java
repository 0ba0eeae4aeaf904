package io.frontlineservice.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * The JVM flags of the image, as far as this JVM knows them. Used by {@link FiguresSite}.
 */
final class ImageFlags {

	private static final Pattern ENTRY = Pattern.compile("^ENTRYPOINT (.*?)\"-cp\"",
			Pattern.MULTILINE | Pattern.DOTALL);

	private static final Pattern FLAG = Pattern.compile("\"(-[^\"]+)\"");

	/** Flags that name files of the image. */
	private static final Pattern WITH_FILE = Pattern.compile("-XX:AOTCache=.*|-Dorg.sqlite.lib.path=.*");

	private ImageFlags() {
	}

	/** Returns the flags of the Dockerfile and more flags. */
	static List<String> with(List<String> more) throws IOException {
		String start = ENTRY.matcher(Files.readString(Path.of("Dockerfile")))
			.results()
			.map((it) -> it.group(1))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("The Dockerfile has no ENTRYPOINT with -cp"));
		List<String> flags = FLAG.matcher(start).results().map((MatchResult it) -> it.group(1)).toList();
		List<String> known = new ArrayList<>(more);
		for (String flag : flags) {
			if (!WITH_FILE.matcher(flag).matches() && isKnown(known, flag)) {
				known.add(flag);
			}
		}
		return known;
	}

	/** A flag may need one before it that unlocks it. */
	private static boolean isKnown(List<String> before, String flag) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(before);
		command.addAll(List.of(flag, "-version"));
		return new ProcessBuilder(command).redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start()
			.onExit()
			.join()
			.exitValue() == 0;
	}

}
