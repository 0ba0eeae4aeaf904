package io.frontlineservice.startup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CacheCommandTests {

	private final ByteArrayOutputStream out = new ByteArrayOutputStream();

	private final ByteArrayOutputStream err = new ByteArrayOutputStream();

	@TempDir
	private Path folder;

	@Test
	void classesWithoutJarHaveNoCache() {
		assertThat(run(this.folder.toFile())).isEqualTo(1);
		assertThat(run(null)).isEqualTo(1);
		assertThat(text(this.err)).startsWith("Run this command from the jar: ");
	}

	@Test
	void otherArgumentsAreRefused() {
		assertThat(run(null, "--frontline.public-url=https://example.com")).isEqualTo(2);
		assertThat(text(this.err)).contains("cache [--sandbox.training=20s]");
	}

	@Test
	void jarThatCannotBeUnpackedIsReported() throws Exception {
		Path jar = Files.writeString(this.folder.resolve("service.jar"), "no jar");
		assertThat(run(jar.toFile())).isEqualTo(1);
		assertThat(text(this.err)).contains("The class cache was not made.");
		assertThat(text(this.out)).isEmpty();
	}

	@Test
	void startCommandNamesThisJvmAndQuotesPaths() {
		Path jar = this.folder.resolve("my service.jar");
		assertThat(new ClassCache(jar, 17).startCommand()).contains("java -XX:+UseSerialGC ",
				" \"-XX:SharedArchiveFile=" + this.folder.resolve("my service-unpacked").resolve("classes.jsa")
						+ "\" ");
		assertThat(new ClassCache(jar, 25).startCommand()).contains(" \"-XX:AOTCache=").endsWith("my service.jar\"");
	}

	private int run(@Nullable File jar, String... arguments) {
		return new CacheCommand(jar).run(print(this.out), print(this.err), arguments);
	}

	private static PrintStream print(ByteArrayOutputStream target) {
		return new PrintStream(target, true, StandardCharsets.UTF_8);
	}

	private static String text(ByteArrayOutputStream printed) {
		return printed.toString(StandardCharsets.UTF_8);
	}

}
