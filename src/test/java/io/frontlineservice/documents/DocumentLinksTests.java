package io.frontlineservice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.documents.Document.Mention;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Links between the documents, to files and to headings. */
class DocumentLinksTests {

	/** Inline links, reference definitions, and HTML. */
	private static final List<Pattern> LINKS = List.of(Pattern.compile("]\\(<?([^)\\s>]+)"),
			Pattern.compile("^ {0,3}\\[[^\\]]+]: *<?([^\\s>]+)"), Pattern.compile("\\b(?:href|src)=\"([^\"]+)\""));

	private static final Pattern EXTERNAL = Pattern.compile("[a-z][a-z0-9+.-]*:.*");

	@Test
	void everyLinkLeadsToAFileAndToOneOfItsHeadings() throws Exception {
		List<String> problems = new ArrayList<>();
		for (Document document : Document.all()) {
			problems.addAll(brokenLinks(document));
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void linkToMissingFileOrHeadingIsReported() throws Exception {
		Document document = Document.of(Path.of("src/docs/made-up.md"), """
				# One
				[here](#one), [there](../../README.md), [elsewhere](https://example.com/none)
				[here](#two)
				![there](images/none.png)
				[there](doctor.md#none)
				""");
		assertThat(brokenLinks(document)).containsExactly(
				"src/docs/made-up.md:3: the link #two leads to no heading of src/docs/made-up.md",
				"src/docs/made-up.md:4: the link images/none.png leads to no file",
				"src/docs/made-up.md:5: the link doctor.md#none leads to no heading of src/docs/doctor.md");
	}

	@Test
	void anchorsAreThoseOfGitHub() {
		Document document = Document.of(Path.of("made-up.md"), """
				# What `GET /a_b` says: *yes*, no & über!
				## Twice
				```
				# no heading
				```
				## [Twice](made-up.md)
				""");
		assertThat(document.anchors()).containsExactly("twice", "twice-1", "what-get-a_b-says-yes-no--über");
	}

	private static List<String> brokenLinks(Document document) throws IOException {
		List<String> problems = new ArrayList<>();
		for (Pattern pattern : LINKS) {
			for (Mention link : document.mentionsInText(pattern)) {
				if (!EXTERNAL.matcher(link.text()).matches()) {
					String broken = broken(document, link.text());
					if (broken != null) {
						problems.add(link.problem("the link " + link.text() + " leads to " + broken));
					}
				}
			}
		}
		return problems;
	}

	private static String broken(Document document, String link) throws IOException {
		String file = link.replaceFirst("#.*", "");
		String anchor = link.substring(file.length()).replaceFirst("#", "");
		Path folder = Objects.requireNonNullElse(document.path().getParent(), Path.of(""));
		Path target = file.isEmpty() ? document.path() : folder.resolve(file).normalize();
		if (!file.isEmpty() && !Files.exists(target)) {
			return "no file";
		}
		if (anchor.isEmpty()) {
			return null;
		}
		Document there = file.isEmpty() ? document : Document.read(target);
		return there.anchors().contains(anchor) ? null : "no heading of " + target;
	}

}
