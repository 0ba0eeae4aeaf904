package io.frontlineservice.load;

import io.frontlineservice.site.Program;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * The bare service of {@code src/jmh} in jars: the classes of this project without their
 * resources, and only the libraries that Tomcat, Spring MVC and Jackson need. Used by
 * {@link FiguresSite}. Immutable.
 */
final class BareProgram {

	private static final String MAIN = "io.frontlineservice.twilio.BareService";

	private static final Pattern LIBRARIES = Pattern
		.compile("(spring-boot(-autoconfigure|-jackson|-tomcat|-http-converter|-webmvc|-servlet|-web-server)?-[0-9].*"
				+ "|spring-(core|context|beans|aop|expression|web|webmvc)-[0-9].*|tomcat-embed-(core|el)-.*"
				+ "|jackson-(core|databind)-3.*|jackson-annotations-.*|micrometer-(core|commons|observation)-.*"
				+ "|logback-.*|slf4j-.*|jul-to-slf4j-.*|commons-logging-.*|jspecify-.*|jakarta.annotation-.*"
				+ "|HdrHistogram-.*|snakeyaml-2.*)[.]jar");

	private final Program cold;

	private final Program cached;

	/**
	 * Makes the jar and the class cache.
	 * @param folder where the service is unpacked
	 */
	BareProgram(Path folder, List<String> options) throws IOException {
		Path jar = folder.resolve("bare.jar");
		try (OutputStream file = Files.newOutputStream(jar); JarOutputStream classes = new JarOutputStream(file)) {
			add(Path.of("target", "classes"), ".*", classes);
			add(Path.of("target", "test-classes"), ".*/twilio/Bare.*", classes);
		}
		this.cold = Program.of(folder, options,
				List.of("-cp", jar + File.pathSeparator + libraries(folder.resolve("program").resolve("lib")), MAIN));
		this.cached = this.cold.cached("BARE", Program.ON_REFRESH);
	}

	Program cold() {
		return this.cold;
	}

	/** With a class cache of a start. */
	Program cached() {
		return this.cached;
	}

	private static void add(Path classes, String which, JarOutputStream jar) throws IOException {
		try (Stream<Path> files = Files.walk(classes)) {
			files.filter((file) -> file.toString().matches(which + "[.]class")).forEach((file) -> {
				try {
					jar.putNextEntry(new ZipEntry(classes.relativize(file).toString()));
					Files.copy(file, jar);
					jar.closeEntry();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			});
		}
	}

	private static String libraries(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> LIBRARIES.matcher(file.getFileName().toString()).matches())
				.map(Path::toString)
				.sorted()
				.collect(Collectors.joining(File.pathSeparator));
		}
	}

}
