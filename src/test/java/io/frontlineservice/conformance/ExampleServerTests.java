package io.frontlineservice.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.frontlineservice.documents.Document;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server and the output in {@code crm-rest-contract.md} are real. */
class ExampleServerTests {

	private static final Path DOCUMENT = Path.of("src/docs/crm-rest-contract.md");

	private static final String TOKEN = "example-token";

	@Test
	void exampleInTheDocumentPassesWithTheOutputThere(@TempDir Path folder) throws Exception {
		assumeTrue(Stream.of(System.getenv("PATH").split(File.pathSeparator))
			.anyMatch((it) -> Files.isExecutable(Path.of(it, "python3"))), "python3 is not on the path");
		Files.writeString(folder.resolve("customers.json"), CrmReply.JSON.writeValueAsString(SampleServer.customers()));
		Files.writeString(folder.resolve("server.py"), code("python"));
		ProcessBuilder python = new ProcessBuilder("python3", "server.py").directory(folder.toFile())
			.redirectError(ProcessBuilder.Redirect.DISCARD);
		python.environment().putAll(Map.of("PORT", "0", "API_TOKEN", TOKEN));
		Process server = python.start();
		try (BufferedReader output = server.inputReader(StandardCharsets.UTF_8)) {
			String url = output.readLine();
			assertThat(check(url).replace(url, "https://crm.example.com/api")).isEqualTo(code("text"));
		}
		finally {
			server.destroyForcibly();
		}
	}

	private static String check(String url) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		PrintStream printed = new PrintStream(out, true, StandardCharsets.UTF_8);
		CheckedServer.Clocks clocks = new CheckedServer.Clocks(() -> 0, Thread::sleep);
		new ConformanceCommand(Map.of(SampleServer.TOKEN, TOKEN), clocks).run(printed, printed, url);
		return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
	}

	private static String code(String language) throws Exception {
		return Document.of(DOCUMENT, Files.readString(DOCUMENT)).code(language).get(0).text();
	}

}
