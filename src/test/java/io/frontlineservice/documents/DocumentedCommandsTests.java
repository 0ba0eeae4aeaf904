package io.frontlineservice.documents;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.documents.Document.Mention;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.util.StringUtils;

/** What is named in commands, and files and types of this repository anywhere. */
class DocumentedCommandsTests {

	private static final Pattern PATH = Pattern.compile("(?<![\\w/.…-])((?:src|\\.ci|\\.mvn)/[\\w./*-]*[\\w*])");

	/** The name of a script alone. */
	private static final Pattern SCRIPT = Pattern.compile("(?<![\\w/.…-])([\\w-]+\\.sh)\\b");

	private static final Pattern QUALIFIED_TYPE = Pattern.compile("\\b(io\\.frontlineservice(?:\\.\\w+)*\\.[A-Z]\\w*)");

	private static final Pattern FUZZ_TARGET = Pattern.compile("-Dfuzz\\.target=([\\w.]+)");

	private static final Pattern TESTS = Pattern.compile("-Dtest=['\"]?([\\w.*,#+]+)");

	/** A name in the form of a type, alone in a code span. */
	private static final Pattern TYPE = Pattern.compile("(?<!`)`@?((?:\\*|[A-Z][a-z0-9]+)(?:[A-Z][a-z0-9]*)+)`(?!`)");

	private static final Pattern PROFILE = Pattern.compile("(?<!\\S)-P([\\w-]+)");

	private static final Pattern PROPERTY = Pattern
		.compile("(?<!\\S)-D((?!test\\b|jdk\\.|skipTests\\b|maven\\.|spring-boot\\.|spring\\.|loader\\.)[\\w.-]+)");

	private static final Pattern JAR = Pattern.compile("-jar (?:\\S*/)?([\\w.-]+\\.jar)");

	/** An option or the command of this program; settings have a test of their own. */
	private static final Pattern OPTION = Pattern
		.compile("(?<=frontline-integration-service(?:\\.jar)?[^|`]{0,99} |`)--([a-z]+)(?![\\w.=-])");

	private static final Pattern COMMAND = Pattern.compile("frontline-integration-service\\.jar ([a-z]+)\\b");

	private static final Pattern MAVEN = Pattern.compile("\\./mvnw +([^`#]*[^`# ])");

	private static final Pattern MAVEN_ON_WINDOWS = Pattern.compile("\\.\\\\mvnw\\.cmd +([^`#]*[^`# ])");

	private final Repository repository = new Repository();

	DocumentedCommandsTests() throws IOException {
	}

	@Test
	void everythingThatIsNamedExists() throws Exception {
		List<String> problems = new ArrayList<>();
		for (Document document : Document.all()) {
			problems.addAll(problems(document));
		}
		assertThat(problems).isEmpty();
	}

	@Test
	void everyMavenCommandOfTheReadmeHasAWindowsCommand() throws Exception {
		Document readme = Document.read(Path.of("README.md"));
		// PowerShell splits an argument at its first dot, unless it is in quotes.
		assertThat(readme.mentions(MAVEN_ON_WINDOWS)).extracting((it) -> it.text().replace("'", ""))
			.hasSameElementsAs(readme.mentions(MAVEN).stream().map(Mention::text).toList());
	}

	@Test
	void whatDoesNotExistIsReported() throws Exception {
		Document document = Document.of(Path.of("made-up.md"), """
				src/load/none.sh, `.ci/none`, src/test/resources/fuzz, src/load/*.sh
				none.sh 20
				io.frontlineservice.callback.None, io.frontlineservice.FrontlineIntegrationService
				./mvnw -Pfuzz test-compile exec:exec -Dfuzz.target=crm.NoneFuzzTests
				./mvnw test -Dtest='NoneTests,DocumentedCommands*,DocumentLinksTests#anchors*'
				the class `NoneSuchController`, `SocialWorkerAnna`, `CrmAdapter`, `*FuzzTests`
				./mvnw -Pnone -Pbenchmark
				./mvnw -Dnone.such=1 -Djmh.args=Search
				java -jar target/none.jar --doctor
				java -jar frontline-integration-service.jar --doctor --none --server.port=0
				java -jar frontline-integration-service.jar nonesuch
				the class `ShownCrmAdapter`
				```java
				class ShownCrmAdapter {
				```
				""");
		assertThat(problems(document)).extracting((it) -> it.replaceFirst("made-up.md:", ""))
			.containsExactlyInAnyOrder("1: the file src/load/none.sh does not exist",
					"1: the file .ci/none does not exist", "2: the file none.sh does not exist",
					"3: the type io.frontlineservice.callback.None does not exist",
					"4: the type crm.NoneFuzzTests does not exist", "5: no test is called NoneTests",
					"6: NoneSuchController does not occur in src", "7: the profile none does not exist",
					"8: pom.xml has no property none.such", "9: the jar is not called none.jar",
					"10: the program has no option --none", "11: the program has no command nonesuch");
	}

	private List<String> problems(Document document) {
		List<String> problems = new ArrayList<>();
		for (Mention mention : document.mentions(PATH)) {
			if (!this.repository.hasFile(mention.text())) {
				problems.add(mention.problem("the file " + mention.text() + " does not exist"));
			}
		}
		for (Mention mention : document.mentions(SCRIPT)) {
			if (!this.repository.hasFile("**/" + mention.text())) {
				problems.add(mention.problem("the file " + mention.text() + " does not exist"));
			}
		}
		problems.addAll(missingTypes(document));
		problems.addAll(missingInBuild(document));
		for (Mention mention : document.mentions(OPTION)) {
			if (!this.repository.mainContains("\"--" + mention.text() + "\"")) {
				problems.add(mention.problem("the program has no option --" + mention.text()));
			}
		}
		for (Mention mention : document.mentions(COMMAND)) {
			if (!this.repository.mainContains("\"" + mention.text() + "\"")) {
				problems.add(mention.problem("the program has no command " + mention.text()));
			}
		}
		return problems;
	}

	private List<String> missingTypes(Document document) {
		List<String> problems = new ArrayList<>();
		for (Mention mention : document.mentions(QUALIFIED_TYPE)) {
			if (!this.repository.hasType(mention.text())) {
				problems.add(mention.problem("the type " + mention.text() + " does not exist"));
			}
		}
		for (Mention mention : document.mentions(FUZZ_TARGET)) {
			if (!this.repository.hasType("io.frontlineservice." + mention.text())) {
				problems.add(mention.problem("the type " + mention.text() + " does not exist"));
			}
		}
		for (Mention mention : document.mentions(TESTS)) {
			for (String test : StringUtils.commaDelimitedListToStringArray(mention.text())) {
				String type = test.replaceFirst("#.*", "").replace('.', '/');
				if (!this.repository.hasFile("src/test/java/{**/,}" + type + ".java")) {
					problems.add(mention.problem("no test is called " + test));
				}
			}
		}
		for (Mention mention : document.mentionsInText(TYPE)) {
			// A document may also explain an example that it shows as code.
			if (!this.repository.hasTypeLike(mention.text()) && !document.showsAsCode(mention.text())) {
				problems.add(mention.problem(mention.text() + " does not occur in src"));
			}
		}
		return problems;
	}

	private List<String> missingInBuild(Document document) {
		List<String> problems = new ArrayList<>();
		for (Mention mention : document.mentions(PROFILE)) {
			if (!this.repository.buildContains("<id>" + mention.text() + "</id>")) {
				problems.add(mention.problem("the profile " + mention.text() + " does not exist"));
			}
		}
		for (Mention mention : document.mentions(PROPERTY)) {
			if (!this.repository.buildContains("${" + mention.text() + "}")) {
				problems.add(mention.problem("pom.xml has no property " + mention.text()));
			}
		}
		for (Mention mention : document.mentions(JAR)) {
			if (!repository
				.buildContains("<finalName>" + mention.text().replaceFirst("\\.jar$", "") + "</finalName>")) {
				problems.add(mention.problem("the jar is not called " + mention.text()));
			}
		}
		return problems;
	}

}
