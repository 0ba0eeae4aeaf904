package io.frontlineservice.documents;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A document that people read, line by line. Each rule about documents looks for what it
 * checks with {@link #mentions} and lists what does not exist.
 *
 * @param path relative to the root of the repository
 * @param lines all of it
 */
public record Document(Path path, List<Line> lines) {

	/**
	 * All documents: of the changelog only the newest version, because older sections
	 * name what existed then.
	 */
	public static List<Document> all() throws IOException {
		List<Document> documents = new ArrayList<>();
		documents.add(read(Path.of("README.md")));
		documents.add(newestSection(read(Path.of("CHANGELOG.md"))));
		documents.add(read(Path.of("application.yml.example")));
		documents.add(read(Path.of("src", "docs", "deploy", "compose.yaml")));
		documents.add(read(Path.of("src", "docs", "deploy", "nginx.conf")));
		try (Stream<Path> files = Files.list(Path.of("src", "docs"))) {
			for (Path file : new TreeSet<>(files.filter((it) -> it.toString().endsWith(".md")).toList())) {
				documents.add(read(file));
			}
		}
		return documents;
	}

	public static Document of(Path path, String text) {
		List<Line> lines = new ArrayList<>();
		boolean fenced = false;
		for (String line : text.split("\n", -1)) {
			boolean fence = line.strip().startsWith("```");
			lines.add(new Line(lines.size() + 1, line, fenced || fence));
			fenced ^= fence;
		}
		return new Document(path, lines);
	}

	static Document read(Path path) throws IOException {
		return of(path, Files.readString(path));
	}

	private static Document newestSection(Document changelog) {
		List<Integer> sections = changelog.lines.stream()
			.filter((line) -> line.text().startsWith("## "))
			.map(Line::number)
			.toList();
		int end = (sections.size() > 1) ? sections.get(1) - 1 : changelog.lines.size();
		return new Document(changelog.path, changelog.lines.subList(0, end));
	}

	/** The first group of each match, in each line. */
	public List<Mention> mentions(Pattern pattern) {
		return mentions(pattern, (line) -> true);
	}

	/** The first group of each match outside of fenced code. */
	List<Mention> mentionsInText(Pattern pattern) {
		return mentions(pattern, (line) -> !line.fenced());
	}

	private List<Mention> mentions(Pattern pattern, Predicate<Line> where) {
		List<Mention> mentions = new ArrayList<>();
		for (Line line : this.lines) {
			if (where.test(line)) {
				for (MatchResult match : pattern.matcher(line.text()).results().toList()) {
					mentions.add(new Mention(this, line.number(), match.group(1)));
				}
			}
		}
		return mentions;
	}

	/** Fenced code in this language, with the number of the line at which it begins. */
	public List<Mention> code(String language) {
		List<Mention> blocks = new ArrayList<>();
		StringBuilder block = null;
		int start = 0;
		for (Line line : this.lines) {
			boolean fence = line.text().strip().startsWith("```");
			if (block != null && fence) {
				blocks.add(new Mention(this, start, block.toString().stripIndent()));
				block = null;
			}
			else if (block != null) {
				block.append(line.text()).append('\n');
			}
			else if (fence && line.text().strip().equals("```" + language)) {
				block = new StringBuilder();
				start = line.number() + 1;
			}
		}
		return blocks;
	}

	/** Whether a word occurs in fenced code. */
	boolean showsAsCode(String word) {
		return this.lines.stream().anyMatch((line) -> line.fenced() && line.text().contains(word));
	}

	/** The anchors that GitHub gives to the headings. */
	Set<String> anchors() {
		Set<String> anchors = new TreeSet<>();
		for (Mention heading : mentionsInText(Pattern.compile("^#{1,6} +(.+?)[ #]*$"))) {
			// Of a link only its text is shown.
			String shown = heading.text().replaceAll("!?\\[([^\\]]*)]\\([^)]*\\)", "$1");
			String anchor = shown.toLowerCase(Locale.ROOT)
				.replaceAll("[^\\p{L}\\p{M}\\p{N}\\p{Pc} -]", "")
				.replace(' ', '-');
			String unique = anchor;
			for (int i = 1; !anchors.add(unique); i++) {
				unique = anchor + "-" + i;
			}
		}
		return anchors;
	}

	/** A line of the document; fenced if it is code between two lines of backticks. */
	public record Line(int number, String text, boolean fenced) {
	}

	/** Something that a document names. */
	public record Mention(Document document, int line, String text) {

		/** The message of a test: where it is, and what is wrong. */
		public String problem(String problem) {
			return this.document.path + ":" + this.line + ": " + problem;
		}

	}

}
