package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

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

/** A text of a file has a position. */
class FileTextTests {

	@TempDir
	private Path folder;

	@Test
	void textHasPositionInJson() throws IOException {
		assertThat(read("texts.json", "[{\"text\": \"one\"},\n {\n  \"text\":\n    \"two\"}]"))
			.containsExactly(new FileText("one", new FilePosition(1, 11)), new FileText("two", new FilePosition(4, 5)));
	}

	@Test
	void textHasPositionInYaml() throws IOException {
		assertThat(read("texts.yml", """
				# texts
				- text: one
				- text: 'two'

				- text: |
				    three
				- { text: four }
				""")).containsExactly(new FileText("one", new FilePosition(2, 9)),
				new FileText("two", new FilePosition(3, 9)), new FileText("three\n", new FilePosition(5, 9)),
				new FileText("four", new FilePosition(7, 11)));
	}

	@ParameterizedTest
	@CsvSource({ "5, 5", "1.50, 1.50", "true, true", "no, no", "'\"5\"', 5", "'\"\"', ''", "0x1F, 0x1F" })
	void anyScalarIsATextAsItIsWritten(String written, String text) throws IOException {
		assertThat(read("texts.yml", "- text: " + written)).extracting(FileText::text).containsExactly(text);
	}

	@Test
	void nullAndMissingAreNotText() throws IOException {
		assertThat(read("texts.json", "[{\"text\": null}, {}]")).containsExactly(null, null);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[one]", "{ a: secret }", "[]" })
	void aListOrAnObjectIsRefusedAtItsPlaceAndNotQuoted(String written) {
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> read("texts.yml", "- text: one\n- text: " + written))
			.withMessage("line 2, column 9: the property text is not of the right kind");
	}

	@Test
	void errorAtTextHasPosition() {
		assertThat(new FileText("secret", new FilePosition(3, 7)).error("this is amiss"))
			.hasMessage("line 3, column 7: this is amiss");
	}

	private List<FileText> read(String name, String text) throws IOException {
		Path file = Files.writeString(this.folder.resolve(name), text);
		List<FileText> texts = new ArrayList<>();
		ListFile.strict(Entry.class)
			.read(FileLocation.of(file.toString()), (entry, position) -> texts.add(entry.text()));
		return texts;
	}

	private record Entry(FileText text) {

	}

}
