package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How YAML is read in data files. */
class YamlFileTests {

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "~", "null", "Null", "NULL", "" })
	void nothingIsNothingHoweverItIsWritten(String nothing) throws IOException {
		assertThat(read("- text: " + nothing + "\n  texts: [" + nothing + "]\n")).singleElement().satisfies((entry) -> {
			assertThat(entry.text()).isNull();
			assertThat(entry.texts()).allMatch((text) -> text == null);
		});
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			value = { "'~'|~", "\"null\"|null", "'Null'|Null", "+15005550006|+15005550006", "0x1F|0x1F", "007|007",
					"1e3|1e3", "1_000|1_000", "no|no", "yes|yes", "2026-11-23|2026-11-23", "09:30|09:30", "a*b|a*b",
					"'*name'|*name", "~x|~x" })
	void aTextIsWhatStandsThere(String written, String text) throws IOException {
		assertThat(read("- text: " + written + "\n")).extracting(Entry::text).containsExactly(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "- text: &n Hi\n- text: *n\n", "- text: &n Hi\n- texts: [Ho, *n]\n",
			"- &n { text: Hi }\n- *n\n", "- texts: &n [Hi]\n- texts: *n\n" })
	void anAliasIsRefusedWithItsPlaceAndNotTakenForItsName(String text) {
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> read(text))
			.withMessageStartingWith("line 2, column ")
			.withMessageContaining("aliases");
	}

	@Test
	void largeFileIsRead() throws IOException {
		assertThat(read(("- text: " + "x".repeat(1_000) + "\n").repeat(4_000))).hasSize(4_000);
	}

	@Test
	void readErrorIsNotReportedAsInvalidYaml() throws IOException {
		Path folder = Files.createDirectory(this.folder.resolve("folder.yml"));
		assertThatIOException().isThrownBy(() -> ListFile.strict(Entry.class)
			.read(FileLocation.of(folder.toString()), (entry, position) -> fail("read an entry")));
	}

	private List<Entry> read(String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve("list.yml"), text);
		List<Entry> entries = new ArrayList<>();
		ListFile.strict(Entry.class).read(FileLocation.of(file.toString()), (entry, position) -> entries.add(entry));
		return entries;
	}

	record Entry(String text, List<String> texts) {

	}

}
