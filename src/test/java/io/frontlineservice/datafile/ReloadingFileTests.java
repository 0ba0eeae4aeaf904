package io.frontlineservice.datafile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/**
 * A changed file is used if it is valid; otherwise it is ignored and the reason is
 * logged.
 */
@ExtendWith(OutputCaptureExtension.class)
class ReloadingFileTests {

	private static final String REFUSED = "The changed file of lists is not used, the previous content is kept: ";

	@TempDir
	private Path folder;

	private Path path;

	private final AtomicInteger reads = new AtomicInteger();

	private final AtomicReference<IOException> failure = new AtomicReference<>();

	private int writes;

	private ReloadingFile<String> file;

	@BeforeEach
	void open() throws IOException {
		this.path = this.folder.resolve("list.txt");
		write("first");
		this.file = new ReloadingFile<>("lists", FileLocation.of(this.path.toString()), Duration.ofDays(1), this::read);
	}

	@AfterEach
	void close() {
		this.file.close();
	}

	@Test
	void fileIsNotReadWhileItIsWritten() throws IOException {
		write("half of");
		this.file.look();
		assertThat(this.file.content()).isEqualTo("first");
		write("half of it, and the other half");
		this.file.look();
		assertThat(this.file.content()).isEqualTo("first");
		this.file.look();
		assertThat(this.file.content()).isEqualTo("half of it, and the other half");
	}

	@Test
	void contentIsAvailableFromStart() {
		assertThat(this.file.content()).isEqualTo("first");
		assertThat(this.file.lastError()).isNull();
	}

	@Test
	void changeIsUsed() throws IOException {
		write("second");
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("second");
		assertThat(this.file.lastError()).isNull();
	}

	@Test
	void unchangedFileIsNotReadAgain() {
		settle(this.file);
		settle(this.file);
		assertThat(this.reads).hasValue(1);
	}

	@Test
	void changeOfSameLengthIsUsed() throws IOException {
		write("tsrif");
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("tsrif");
	}

	@Test
	void changeWithSameTimeIsUsed() throws IOException {
		FileTime time = Files.getLastModifiedTime(this.path);
		Files.writeString(this.path, "longer than first");
		Files.setLastModifiedTime(this.path, time);
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("longer than first");
	}

	@Test
	void olderFileIsChange() throws IOException {
		Files.writeString(this.path, "older");
		Files.setLastModifiedTime(this.path, FileTime.fromMillis(0));
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("older");
	}

	@Test
	void aBadChangeKeepsTheContentAndSaysWhy(CapturedOutput output) throws IOException {
		write("bad");
		settle(this.file);
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("first");
		assertThat(this.file.lastError()).isEqualTo("line 3, column 7: it is bad");
		assertThat(this.reads).hasValue(2);
		assertThat(output.getOut()).containsOnlyOnce("line 3, column 7: it is bad");
	}

	@Test
	void fixedFileIsUsedAndErrorCleared() throws IOException {
		write("bad");
		settle(this.file);
		write("good");
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("good");
		assertThat(this.file.lastError()).isNull();
	}

	@Test
	void unexpectedErrorKeepsContentAndIsNotQuoted() throws IOException {
		write("unexpected");
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("first");
		assertThat(this.file.lastError()).contains("IllegalStateException").doesNotContain("unexpected");
	}

	@Test
	void aDeletedFileKeepsTheContent(CapturedOutput output) throws IOException {
		Files.delete(this.path);
		settle(this.file);
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("first");
		assertThat(this.file.lastError()).contains("cannot be read");
		assertThat(output.getOut()).containsOnlyOnce(REFUSED + "it cannot be read");
	}

	@Test
	void restoredFileIsUsed() throws IOException {
		Files.delete(this.path);
		settle(this.file);
		write("back");
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("back");
		assertThat(this.file.lastError()).isNull();
	}

	@Test
	void fileReplacedByRenameIsUsed() throws IOException {
		Path other = Files.writeString(this.folder.resolve("other"), "moved");
		Files.setLastModifiedTime(other, Files.getLastModifiedTime(this.path));
		Files.move(other, this.path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("moved");
	}

	@Test
	void changedSymbolicLinkIsUsed() throws IOException {
		FileTime time = FileTime.fromMillis(1_000_000);
		for (String version : new String[] { "one", "two" }) {
			Path data = Files.createDirectory(this.folder.resolve(version));
			Files.setLastModifiedTime(Files.writeString(data.resolve("list.txt"), version), time);
		}
		Path current = Files.createSymbolicLink(this.folder.resolve("current"), Path.of("one"));
		Path mounted = Files.createSymbolicLink(this.folder.resolve("mounted.txt"), Path.of("current/list.txt"));
		FileLocation location = FileLocation.of(mounted.toString());
		try (ReloadingFile<String> watched = new ReloadingFile<>("lists", location, Duration.ofDays(1), this::read)) {
			Path next = Files.createSymbolicLink(this.folder.resolve("next"), Path.of("two"));
			Files.move(next, current, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
			settle(watched);
			assertThat(watched.content()).isEqualTo("two");
		}
	}

	@Test
	void aFileThatCouldNotBeReadForAMomentIsTriedAgain(CapturedOutput output) throws IOException {
		this.failure.set(new IOException("stale handle"));
		write("second");
		settle(this.file);
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("first");
		assertThat(this.file.lastError()).contains("cannot be read");
		this.failure.set(null);
		settle(this.file);
		assertThat(this.file.content()).isEqualTo("second");
		assertThat(this.file.lastError()).isNull();
		assertThat(output.getOut()).containsOnlyOnce(REFUSED + "it cannot be read").doesNotContain("stale handle");
	}

	@Test
	void invalidFileAtStartIsRefused() throws IOException {
		write("bad");
		FileLocation bad = FileLocation.of(this.path.toString());
		FileLocation missing = FileLocation.of(this.folder.resolve("missing").toString());
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> new ReloadingFile<>("lists", bad, Duration.ofDays(1), this::read));
		assertThatExceptionOfType(BadFileException.class)
			.isThrownBy(() -> new ReloadingFile<>("lists", missing, Duration.ofDays(1), this::read))
			.withMessageContaining("lists");
	}

	@Test
	void changesAreFoundInBackground() throws Exception {
		CountDownLatch taken = new CountDownLatch(1);
		ReloadingFile.Reader<String> reader = (location) -> {
			String text = read(location);
			if (text.equals("second")) {
				taken.countDown();
			}
			return text;
		};
		FileLocation location = FileLocation.of(this.path.toString());
		try (ReloadingFile<String> watched = new ReloadingFile<>("lists", location, Duration.ofMillis(5), reader)) {
			assertThat(watched.content()).isEqualTo("first");
			write("second");
			assertThat(taken.await(20, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void listenersRunAfterContentIsInUse() throws IOException {
		List<String> told = new ArrayList<>();
		this.file.onChange(() -> told.add(this.file.content()));
		settle(this.file);
		assertThat(told).isEmpty();
		write("second");
		settle(this.file);
		settle(this.file);
		write("third");
		settle(this.file);
		assertThat(told).containsExactly("second", "third");
	}

	@Test
	void listenersIgnoreInvalidChange() throws IOException {
		AtomicInteger told = new AtomicInteger();
		this.file.onChange(told::incrementAndGet);
		write("bad");
		settle(this.file);
		write("unexpected");
		settle(this.file);
		Files.delete(this.path);
		settle(this.file);
		assertThat(told).hasValue(0);
	}

	@Test
	void aListenerThatFailsIsLoggedAndDoesNoHarm(CapturedOutput output) throws IOException {
		AtomicInteger told = new AtomicInteger();
		this.file.onChange(() -> {
			throw new IllegalStateException("a secret of the file");
		});
		this.file.onChange(() -> {
			throw new StackOverflowError();
		});
		this.file.onChange(told::incrementAndGet);
		write("second");
		settle(this.file);
		assertThat(told).hasValue(1);
		assertThat(this.file.content()).isEqualTo("second");
		assertThat(this.file.lastError()).isNull();
		assertThat(output.getOut()).contains("lists failed with java.lang.IllegalStateException", "StackOverflowError")
			.doesNotContain("a secret");
		write("third");
		settle(this.file);
		assertThat(told).hasValue(2);
	}

	@Test
	void listenerMayLookForChanges() throws IOException {
		AtomicInteger told = new AtomicInteger();
		this.file.onChange(() -> {
			told.incrementAndGet();
			settle(this.file);
		});
		write("second");
		settle(this.file);
		assertThat(told).hasValue(1);
	}

	private void write(String text) throws IOException {
		Files.writeString(this.path, text);
		Files.setLastModifiedTime(this.path, FileTime.fromMillis(1_700_000_000_000L + 1_000L * this.writes++));
	}

	private String read(FileLocation location) throws IOException {
		this.reads.incrementAndGet();
		if (this.failure.get() != null) {
			throw this.failure.get();
		}
		try (InputStream stream = location.open()) {
			String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
			return switch (text) {
				case "bad" -> throw new BadFileException(3, 7, "it is bad");
				case "unexpected" -> throw new IllegalStateException(text);
				default -> text;
			};
		}
	}

	/** Looks until a complete file is read. */
	private static void settle(ReloadingFile<?> file) {
		file.look();
		file.look();
	}

}
