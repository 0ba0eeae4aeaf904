package io.frontlineservice;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;

/**
 * The service's classes in a jar, with a class data sharing archive that halves the time
 * a process takes to start. They are built once for each build and shared by all JVMs
 * that run tests. {@link ServiceProcess} starts the service from them.
 */
final class ServiceProgram {

	/** Options that make short runs faster. */
	private static final List<String> OPTIONS = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
			"-XX:-UsePerfData");

	private static final Path CLASSES = Path.of(URI
		.create(FrontlineIntegrationService.class.getProtectionDomain().getCodeSource().getLocation().toString()));

	private static final Path TEST_CLASSES = Path.of("target", "test-classes").toAbsolutePath();

	private static final ServiceProgram INSTANCE = prepare();

	private final Path folder;

	private ServiceProgram(Path folder) {
		this.folder = folder;
	}

	/**
	 * Returns the command that starts the service, without arguments of the service.
	 * @param extensions jars to add at the end of the class path
	 */
	static List<String> command(List<Path> extensions) {
		return INSTANCE.command(extensions, "-XX:SharedArchiveFile=" + INSTANCE.archive());
	}

	private List<String> command(List<Path> extensions, String... options) {
		List<String> command = new ArrayList<>();
		command.add(ProcessHandle.current().info().command().orElseThrow());
		command.addAll(OPTIONS);
		command.addAll(List.of(options));
		String classPath = Stream.concat(Stream.of(classPath()), extensions.stream().map(Path::toString))
			.collect(Collectors.joining(File.pathSeparator));
		command.addAll(List.of("-cp", classPath, FrontlineIntegrationService.class.getName()));
		return command;
	}

	/**
	 * The class path of the tests, with the jar instead of the two folders of classes.
	 */
	private String classPath() {
		String tests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
		return Stream.of(tests.split(File.pathSeparator))
			.filter((it) -> !Path.of(it).equals(TEST_CLASSES))
			.map((it) -> Path.of(it).equals(CLASSES) ? jar().toString() : it)
			.collect(Collectors.joining(File.pathSeparator));
	}

	private Path jar() {
		return this.folder.resolve("service.jar");
	}

	private Path archive() {
		return this.folder.resolve("classes.jsa");
	}

	private static ServiceProgram prepare() {
		try {
			Path folder = Files.createDirectories(Path.of("target", "service-program").toAbsolutePath());
			try (FileChannel channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE,
					StandardOpenOption.WRITE)) {
				// Released when the channel is closed.
				channel.lock();
				ServiceProgram program = new ServiceProgram(folder.resolve(version()));
				if (!Files.exists(program.archive())) {
					deleteOthers(folder);
					program.make();
				}
				return program;
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Deletes the folders of earlier builds, about 80 MB each. */
	private static void deleteOthers(Path folder) throws IOException {
		try (Stream<Path> builds = Files.list(folder).filter(Files::isDirectory)) {
			for (Path build : builds.toList()) {
				FileSystemUtils.deleteRecursively(build);
			}
		}
	}

	/**
	 * Identifies the classes and the JVM from which the jar and the archive are built.
	 */
	private static String version() throws IOException {
		try (Stream<Path> files = Files.walk(CLASSES)) {
			// Each build writes the information about the build again.
			String times = files.filter((it) -> !it.endsWith("build-info.properties"))
				.map((it) -> it + " " + it.toFile().lastModified())
				.sorted()
				.toList()
				.toString();
			return UUID.nameUUIDFromBytes((Runtime.version() + times).getBytes(StandardCharsets.UTF_8)).toString();
		}
	}

	/** Starts the sandbox once to archive the classes that it loads. */
	private void make() throws IOException {
		Files.createDirectories(this.folder);
		ToolProvider.findFirst("jar")
			.orElseThrow()
			.run(System.out, System.err, "--create", "--file", jar().toString(), "-C", CLASSES.toString(), ".");
		List<String> training = command(List.of(), "-XX:ArchiveClassesAtExit=" + archive(),
				"-Dspring.context.exit=onRefresh");
		training.addAll(List.of("--spring.profiles.active=sandbox", "--server.port=0", "--management.server.port=0"));
		new ProcessBuilder(training).directory(this.folder.toFile())
			.redirectErrorStream(true)
			.redirectOutput(this.folder.resolve("training.log").toFile())
			.start()
			.onExit()
			.join();
	}

}
