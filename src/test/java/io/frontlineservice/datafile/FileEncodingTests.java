package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of any charset is read, or the first wrong character is named with its fix. */
class FileEncodingTests {

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private static final FileEncoding UTF_8 = new FileEncoding(StandardCharsets.UTF_8, "frontline.list.encoding");

	@TempDir
	private Path folder;

	@ParameterizedTest
	@ValueSource(strings = { "UTF-8", "UTF-16LE", "UTF-16BE" })
	void unicodeIsReadWithAndWithoutMark(String charset) throws IOException {
		assertThat(read("list.csv", UTF_8, "Jörg €".getBytes(Charset.forName(charset)))).isEqualTo("Jörg €");
		assertThat(read("list.csv", UTF_8, "\uFEFFJörg €".getBytes(Charset.forName(charset)))).isEqualTo("Jörg €");
	}

	@ParameterizedTest
	@ValueSource(strings = { "windows-1252", "ISO-8859-15", "windows-1250", "IBM850", "x-MacRoman" })
	void configuredCharsetIsRead(String charset) throws IOException {
		FileEncoding encoding = new FileEncoding(Charset.forName(charset), null);
		assertThat(read("list.csv", encoding, "Jörg".getBytes(Charset.forName(charset)))).isEqualTo("Jörg");
	}

	@Test
	void markGoesBeforeConfiguredCharset() throws IOException {
		FileEncoding encoding = new FileEncoding(WINDOWS, null);
		assertThat(read("list.csv", encoding, "\uFEFFJörg".getBytes(StandardCharsets.UTF_8))).isEqualTo("Jörg");
		assertThat(read("list.csv", encoding, "\uFEFFJörg".getBytes(StandardCharsets.UTF_16LE))).isEqualTo("Jörg");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "list.csv|save the file as CSV in UTF-8 (\"CSV UTF-8\" in Excel)",
			"list.json|save the file as JSON in UTF-8", "list.yml|save the file as YAML in UTF-8" })
	void firstWrongCharacterIsNamedWithItsFix(String name, String fix) throws IOException {
		assertThat(problem(name, UTF_8, "one\r\ntwo\rthree\nJörg, Äpfel".getBytes(WINDOWS)))
			.isEqualTo("line 4, column 2: the byte F6 is not UTF-8; in Windows-1252, it is ö: " + fix
					+ ", or set frontline.list.encoding to its charset, such as windows-1252");
	}

	@Test
	void columnIsThatOfTheTextAndNotOfItsBytes() throws IOException {
		byte[] text = (new String("Ü€ ".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1) + "\u00F6")
			.getBytes(StandardCharsets.ISO_8859_1);
		assertThat(problem("list.csv", UTF_8, text)).startsWith("line 1, column 4: the byte F6");
	}

	@Test
	void wrongCharacterFarBelowIsFound() throws IOException {
		byte[] text = ("1234567\n".repeat(100_000) + "Jörg").getBytes(WINDOWS);
		assertThat(problem("list.csv", UTF_8, text)).startsWith("line 100001, column 2: the byte F6");
	}

	@Test
	void byteThatWindowsDoesNotHaveIsNotShownAsCharacter() throws IOException {
		assertThat(problem("list.csv", FileEncoding.UTF_8, new byte[] { 'a', (byte) 0x81 }))
			.isEqualTo("line 1, column 2: the byte 81 is not UTF-8: save the file as CSV in UTF-8 "
					+ "(\"CSV UTF-8\" in Excel)");
	}

	@Test
	void halfCharacterAtTheEndIsFound() throws IOException {
		assertThat(problem("list.csv", FileEncoding.UTF_8, new byte[] { 'a', '\n', (byte) 0xC3 }))
			.startsWith("line 2, column 1: the byte C3 is not UTF-8");
	}

	@Test
	void workbookOfExcelIsExplained() throws IOException {
		Path file = Files.write(this.folder.resolve("list.xlsx"), new byte[] { 'P', 'K', 3, 4, 20, 0 });
		assertThatExceptionOfType(BadFileException.class).isThrownBy(() -> UTF_8.open(FileLocation.of(file.toString())))
			.withMessageContaining("workbook of Excel")
			.withMessageContaining("CSV UTF-8");
	}

	private String problem(String name, FileEncoding encoding, byte[] bytes) throws IOException {
		try {
			throw new AssertionError("Read " + read(name, encoding, bytes).length() + " characters");
		}
		catch (CharacterCodingException ex) {
			FileLocation location = FileLocation.of(this.folder.resolve(name).toString());
			return String.valueOf(encoding.explain(ex, location).getMessage());
		}
	}

	private String read(String name, FileEncoding encoding, byte[] bytes) throws IOException {
		Path file = Files.write(this.folder.resolve(name), bytes);
		try (BufferedReader text = encoding.open(FileLocation.of(file.toString()))) {
			StringBuilder read = new StringBuilder();
			for (int sign = text.read(); sign >= 0; sign = text.read()) {
				read.append((char) sign);
			}
			return read.toString();
		}
	}

}
