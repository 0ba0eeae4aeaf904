package io.frontlineservice.documents;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The files of this repository, read once, in which the tests of the documents look
 * things up.
 */
final class Repository {

	private static final Pattern WORD = Pattern.compile("\\w+");

	private final Set<Path> files = new HashSet<>();

	private final Set<String> words = new HashSet<>();

	private final String main;

	private final String build;

	Repository() throws IOException {
		for (String folder : List.of("src", ".ci", ".mvn")) {
			try (Stream<Path> paths = Files.walk(Path.of(folder))) {
				paths.forEach(this.files::add);
			}
		}
		StringBuilder text = new StringBuilder();
		for (Path file : this.files) {
			String name = file.toString();
			// Not the words in a test that something does not exist.
			if (name.endsWith(".java") && !file.getParent().endsWith("documents")) {
				String source = Files.readString(file);
				WORD.matcher(source).results().forEach((it) -> this.words.add(it.group()));
				if (file.startsWith(Path.of("src", "main"))) {
					text.append(source);
				}
			}
		}
		this.main = text.toString();
		this.build = Files.readString(Path.of("pom.xml"));
	}

	/**
	 * Whether there is a file or folder of this name, in which stars stand for anything.
	 */
	boolean hasFile(String name) {
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + name);
		return this.files.stream().anyMatch(matcher::matches);
	}

	/**
	 * Whether a type is in any of the source folders; nested types are not looked for.
	 */
	boolean hasType(String name) {
		return hasFile("src/*/java/" + name.replace('.', '/') + ".java");
	}

	/**
	 * Whether a word occurs in Java, or does not look like one of our types, as it ends
	 * in another way than all of these. A star may stand for its beginning.
	 */
	boolean hasTypeLike(String word) {
		if (word.startsWith("*")) {
			return this.words.stream().anyMatch((it) -> it.endsWith(word.substring(1)));
		}
		String ending = word.replaceFirst(".*(?=[A-Z])", "");
		return this.words.contains(word) || !hasFile("src/*/java/**" + ending + ".java");
	}

	/** Whether the source of the service contains this text. */
	boolean mainContains(String text) {
		return this.main.contains(text);
	}

	/**
	 * Names that begin with a prefix and stand in quotes in the source of the service.
	 */
	Set<String> quotedInMain(String prefix) {
		return Pattern.compile("\"(" + Pattern.quote(prefix) + "[^\"]*)\"")
			.matcher(this.main)
			.results()
			.map((it) -> it.group(1))
			.collect(Collectors.toSet());
	}

	/** Whether pom.xml contains this text. */
	boolean buildContains(String text) {
		return this.build.contains(text);
	}

}
