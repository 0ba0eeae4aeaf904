package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.datafile.ReloadingFile.Reader;
import io.frontlineservice.diagnosis.CheckedContent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.StandardEnvironment;

/** A file that was checked is not read again for the start, unless it has changed. */
class CheckedFileTests {

	private static final String KEY = "frontline.letters.location";

	private final StandardEnvironment environment = new StandardEnvironment();

	@TempDir
	private Path folder;

	private Path file;

	private int reads;

	@BeforeEach
	void write() throws IOException {
		this.file = Files.writeString(this.folder.resolve("letters.txt"), "first");
	}

	@Test
	void checkedFileIsReadOnce() throws IOException {
		CheckedContent.addTo(this.environment);
		assertThat(check(KEY)).isEqualTo("first");
		assertThat(start()).isEqualTo("first");
		assertThat(this.reads).isEqualTo(1);
	}

	@Test
	void contentIsHandedOverOnlyOnce() throws IOException {
		CheckedContent.addTo(this.environment);
		check(KEY);
		start();
		start();
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void fileThatChangedAfterItsCheckIsReadAgain() throws IOException {
		CheckedContent.addTo(this.environment);
		check(KEY);
		Files.writeString(this.file, "second version");
		assertThat(start()).isEqualTo("second version");
	}

	@Test
	void contentOfAnotherSettingIsNotUsed() throws IOException {
		CheckedContent.addTo(this.environment);
		check("frontline.parcels.location");
		assertThat(start()).isEqualTo("first");
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void commandKeepsNothing() throws IOException {
		assertThat(CheckedContent.isKeptIn(this.environment)).isFalse();
		check(KEY);
		assertThat(start()).isEqualTo("first");
		assertThat(this.reads).isEqualTo(2);
	}

	@Test
	void keptContentIsNotProperty() {
		CheckedContent.addTo(this.environment);
		CheckedContent.keep(this.environment, KEY, "content");
		assertThat(this.environment.getProperty(KEY)).isNull();
	}

	private String check(String key) throws IOException {
		return CheckedFile.keeping(this.environment, key, this::read).read(location());
	}

	private String start() throws IOException {
		Reader<String> reader = CheckedFile.kept(this.environment, KEY, this::read);
		return reader.read(location());
	}

	private String read(FileLocation location) throws IOException {
		this.reads++;
		return Files.readString(this.file);
	}

	private FileLocation location() {
		return FileLocation.of(this.file.toString());
	}

}
