package io.frontlineservice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The version of the build, in the changelog and in the documents. */
class VersionTests {

	private static final Pattern VERSION = Pattern
		.compile("<artifactId>frontline-integration-service</artifactId>\\s*<version>([^<]+)</version>");

	private final String version = versions("pom.xml").get(0);

	VersionTests() throws Exception {
	}

	@Test
	void newestReleaseInTheChangelogHasTheVersionAndItsDate() throws Exception {
		assertThat(this.version).matches("\\d+\\.\\d+\\.\\d+");
		List<String> releases = Files.readAllLines(Path.of("CHANGELOG.md"))
			.stream()
			.filter((line) -> line.startsWith("## ") && !line.equals("## Unreleased"))
			.toList();
		assertThat(releases).first()
			.asString()
			.matches("## " + Pattern.quote(this.version) + " - \\d{4}-\\d{2}-\\d{2}");
	}

	@Test
	void adapterDocumentNamesTheVersion() throws Exception {
		assertThat(versions("src/docs/writing-a-crm-adapter.md")).hasSize(2).containsOnly(this.version);
	}

	private static List<String> versions(String file) throws Exception {
		return VERSION.matcher(Files.readString(Path.of(file))).results().map((it) -> it.group(1)).toList();
	}

}
