package io.frontlineservice.crm.reader;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.datafile.BadFileException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The error of an unusable file names position and reason, and quotes no customer. */
class BadCustomerFileTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "|line 1, column 1|empty", "{\"customer_id\": 1}|line 1, column 1|list at its top level",
					"[7]|line 1, column 2|must be an object", "[null]|line 1, column 2|must be an object",
					"[{\"customer_id\": 1, \"display_name\": \"Nora\"},]|line 1|not valid JSON",
					"[{\"customer_id\": 1 \"display_name\": \"Nora\"}]|line 1, column 20|not valid JSON",
					"[{\"customer_id\": 1, \"display_name\": \"Nora\"}|line 1|not valid JSON",
					"[{\"customer_id\": 1, \"display_name\": \"Nora|line 1|not valid JSON",
					"[] []|line 1, column 4|after the end",
					"[{\"customer_id\": 1, \"channels\": \"Nora\"}]|line 1|property channels is not",
					"[{\"customer_id\": 1, \"details\": {\"title\": [\"Nora\"]}}]|line 1|property details.title is not",
					"[{\"customer_id\": {}}]|line 1|property customer_id is not",
					"[{\"display_name\": \"Nora\"}]|line 1, column 2|no customer_id",
					"[{\"customer_id\": \" \", \"display_name\": \"Nora\"}]|line 1, column 2|no customer_id",
					"[{\"customer_id\": null}]|line 1, column 2|no customer_id" })
	void badJsonSaysWhereAndWhy(String text, String where, String why) throws IOException {
		assertBad(WrittenFile.of(this.folder, "customers.json", (text != null) ? text : ""), where, why);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "|line 1|empty", "customers: []|line 1|list at its top level", "- 7|line 1|must be an object",
					"- customer_id: 1\\n  display_name: Nora\\n bad: x|line 3|not valid YAML",
					"- customer_id: 1\\n\\tdisplay_name: Nora|line 2, column 1|not valid YAML: there is a tab",
					"- customer_id: 1\\n  worker: ada\\n  worker: ben|line 3, column|stands here twice",
					"- customer_id: 1\\n  display_name: Nora: Lind|line 2, column 21|a colon is not allowed here",
					"- customer_id: 1\\n  display_name: @Nora|line 2, column 17|in quotes",
					"- customer_id: 1\\n- display_name: Nora|line 2|no customer_id",
					"- customer_id: 1\\n  links: Nora|line 2|property links is not" })
	void badYamlSaysWhereAndWhy(String text, String where, String why) throws IOException {
		String yaml = (text != null) ? text.replace("\\n", "\n").replace("\\t", "\t") : "";
		assertBad(WrittenFile.of(this.folder, "customers.yml", yaml), where, why);
	}

	@ParameterizedTest
	@CsvSource({ "customers.json, JSON", "customers.yml, YAML" })
	void anotherCharacterSetIsBad(String name, String format) throws IOException {
		byte[] latin = "[{\"customer_id\": 1, \"display_name\": \"Jörg\"}]".getBytes(StandardCharsets.ISO_8859_1);
		assertBad(WrittenFile.of(this.folder, name, latin), format, "");
	}

	@Test
	void anEndlesslyNestedFileIsBad() throws IOException {
		String nested = "[{\"customer_id\": 1, \"x\": " + "[".repeat(100_000);
		assertBad(WrittenFile.of(this.folder, "customers.json", nested), "", "JSON");
	}

	@Test
	void anIdLongerThanACallbackMayHaveIsBad() throws IOException {
		String text = "[{\"customer_id\": \"" + "7".repeat(257) + "\"}]";
		assertBad(WrittenFile.of(this.folder, "customers.json", text), "line 1", "longer than 256");
	}

	private static void assertBad(WrittenFile file, String where, String why) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(file::read)
			.withMessageContaining(where)
			.withMessageContaining(why)
			.withMessageNotContaining("Nora")
			.withMessageNotContaining("Jörg");
	}

}
