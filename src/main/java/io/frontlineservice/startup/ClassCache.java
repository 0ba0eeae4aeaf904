package io.frontlineservice.startup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.springframework.util.FileSystemUtils;

/**
 * A class cache in a folder beside the jar. The JVM cannot cache classes of jars inside a
 * jar, so the jar is unpacked first. Then the sandbox answers requests of every kind, and
 * the JVM stores the classes that it has loaded. Used by {@link CacheCommand}, by one
 * thread.
 *
 * @see <a href=
 * "https://docs.spring.io/spring-boot/reference/packaging/aot-cache.html">AOT cache</a>
 */
final class ClassCache {

	/** The first version with an AOT cache, which replaces the archive of classes. */
	private static final int WITH_AOT_CACHE = 25;

	/** Those of the image, for the reasons in src/docs/performance.md. */
	private static final List<String> FLAGS = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xms24m",
			"-XX:MaxNewSize=12m", "-XX:SurvivorRatio=3", "-XX:MinHeapFreeRatio=10", "-XX:MaxHeapFreeRatio=15",
			"-XX:-ShrinkHeapInSteps", "-XX:+ExitOnOutOfMemoryError", "-Djdk.virtualThreadScheduler.parallelism=8",
			"--enable-native-access=ALL-UNNAMED");

	private static final long MINUTES = 10;

	/**
	 * Of the environment: none that could contain settings, because the sandbox must not
	 * use a real account.
	 */
	private static final Set<String> KEPT_VARIABLES = Set.of("PATH", "Path", "HOME", "TEMP", "TMP", "SystemRoot",
			"LANG", "JAVA_HOME");

	private final Path packed;

	private final Path folder;

	private final Path jar;

	private final Path cache;

	private final boolean aot;

	/**
	 * Names the files without making them.
	 * @param packed the jar as it was built
	 * @param version the version of this JVM
	 */
	ClassCache(Path packed, int version) {
		String name = packed.getFileName().toString();
		this.packed = packed;
		this.folder = packed.resolveSibling(name.replaceFirst("\\.jar$", "") + "-unpacked");
		this.jar = this.folder.resolve(name);
		this.aot = version >= WITH_AOT_CACHE;
		this.cache = this.folder.resolve(this.aot ? "classes.aot" : "classes.jsa");
	}

	/**
	 * Makes the cache, instead of an earlier one. Prints what fails.
	 * @param training the argument that says for how long the sandbox is used
	 * @return whether it was made
	 */
	boolean make(String training) throws IOException, InterruptedException {
		FileSystemUtils.deleteRecursively(this.folder);
		Files.createDirectories(this.folder);
		return unpack() && train(training) && Files.exists(this.cache);
	}

	/** Returns the command that starts the service with the cache, for a shell. */
	String startCommand() {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(FLAGS);
		command.add((this.aot ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + this.cache);
		command.addAll(List.of("-jar", this.jar.toString()));
		return command.stream()
			.map((word) -> word.contains(" ") ? "\"" + word + "\"" : word)
			.collect(Collectors.joining(" "));
	}

	private boolean unpack() throws IOException, InterruptedException {
		return run(List.of("-Djarmode=tools", "-jar", this.packed.toString(), "extract", "--force", "--destination",
				this.folder.toString()));
	}

	private boolean train(String training) throws IOException, InterruptedException {
		List<String> options = new ArrayList<>(FLAGS);
		options.add((this.aot ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + this.cache);
		// The JVM would name hundreds of classes that it never caches.
		options.add(this.aot ? "-Xlog:cds=error,aot=error" : "-Xlog:cds=error");
		options.addAll(List.of("-jar", this.jar.toString(), "sandbox", training, "--logging.level.root=error",
				"--server.port=0", "--management.server.port=0"));
		return run(options);
	}

	/** Runs this JVM in the folder, where it finds no configuration of the service. */
	private boolean run(List<String> arguments) throws IOException, InterruptedException {
		List<String> command = new ArrayList<>(List.of(java()));
		command.addAll(arguments);
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.folder.toFile()).inheritIO();
		builder.environment().keySet().retainAll(KEPT_VARIABLES);
		Process process = builder.start();
		try {
			return process.waitFor(MINUTES, TimeUnit.MINUTES) && process.exitValue() == 0;
		}
		finally {
			process.destroyForcibly();
		}
	}

	private static String java() {
		return ProcessHandle.current().info().command().orElse("java");
	}

}
