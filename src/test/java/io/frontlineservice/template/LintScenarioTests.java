package io.frontlineservice.template;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.ServiceProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The jar checks catalogues without configuration and without starting the service. */
class LintScenarioTests {

	@TempDir
	private Path directory;

	@Test
	void lintOfAValidCatalogueSucceeds() throws Exception {
		TestCatalogue.templates(this.directory, "content: Hi {{Name}}");
		try (ServiceProcess lint = ServiceProcess.start(this.directory, Map.of(), "lint", "templates.yml")) {
			assertThat(lint.exitCode()).isZero();
			assertThat(lint.output()).isEqualToIgnoringNewLines("templates.yml: no problems");
		}
	}

	@Test
	void lintOfAnInvalidCatalogueFailsWithTheReason() throws Exception {
		TestCatalogue.templates(this.directory, "content: \"{{Greeting}}\"");
		Map<String, String> environment = Map.of("FRONTLINE_TEMPLATES_DEFAULT_LANGUAGE", "ja");
		try (ServiceProcess lint = ServiceProcess.start(this.directory, environment, "lint", "templates.yml")) {
			assertThat(lint.exitCode()).isEqualTo(1);
			assertThat(lint.output().lines()).containsExactly("templates.yml: line 3, column 14: "
					+ "there is no {{Greeting}} in this language: write the greeting as text");
		}
	}

	@Test
	void lintWithWarningsSucceeds() throws Exception {
		TestCatalogue.templates(this.directory,
				"{ content: 'Until {{Today}}, {{attributes.tire}}.', content_sid: HX00000000000000000000000000000000 }");
		Files.writeString(this.directory.resolve("customers.csv"), "customer_id,display_name,tier\n1,Ann,gold\n");
		try (ServiceProcess lint = ServiceProcess.start(this.directory, Map.of(), "lint", "templates.yml",
				"--frontline.crm.file.location=customers.csv")) {
			assertThat(lint.exitCode()).isZero();
			assertThat(lint.output().lines()).satisfiesExactly(
					(it) -> assertThat(it)
						.startsWith("templates.yml: warning: line 3, column 16: {{Today}} changes with the date"),
					(it) -> assertThat(it).startsWith(
							"templates.yml: warning: line 3, column 16: no customer has a value for {{attributes.tire}}"),
					(it) -> assertThat(it).isEqualTo("templates.yml: no problems, warnings: 2"));
		}
	}

	@Test
	void lintWithoutAFilePrintsItsUsage() throws Exception {
		try (ServiceProcess lint = ServiceProcess.start(this.directory, Map.of(), "lint")) {
			assertThat(lint.exitCode()).isEqualTo(2);
			assertThat(lint.output()).startsWith("Usage: java -jar frontline-integration-service.jar lint ");
		}
	}

}
