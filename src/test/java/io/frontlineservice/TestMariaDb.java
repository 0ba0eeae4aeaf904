package io.frontlineservice;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * A real MariaDB server from the path that all tests of a JVM share. Its data are in a
 * temporary folder, which is removed when the JVM ends. Thread-safe.
 */
public final class TestMariaDb {

	/** Another process may take a free port before the server does. */
	private static final int ATTEMPTS = 5;

	/** As on a fresh Debian, but without writing to the disk before an answer. */
	private static final List<String> SETTINGS = List.of("--character-set-server=utf8mb4",
			"--collation-server=utf8mb4_general_ci", "--skip-log-bin", "--skip-name-resolve",
			"--performance-schema=off", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=off",
			"--innodb-buffer-pool-size=64M", "--max-connections=200");

	private static @Nullable String server;

	private TestMariaDb() {
	}

	/** Skips the test without MariaDB. CI installs it. */
	public static void assumeInstalled() {
		assumeTrue(executable("mariadbd").isPresent() && executable("mariadb-install-db").isPresent(),
				"There is no MariaDB on the path: apt-get install mariadb-server-core mariadb-client-core");
	}

	/**
	 * Creates a new database and returns its JDBC URL, with a user that may do
	 * everything. Skips the test without MariaDB.
	 */
	public static String newDatabase() {
		assumeInstalled();
		String name = "db_" + UUID.randomUUID().toString().replace("-", "");
		try (Connection connection = DriverManager.getConnection(server() + "?user=root");
				Statement statement = connection.createStatement()) {
			statement.execute("create database " + name);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
		return server() + name + "?user=root";
	}

	private static synchronized String server() {
		if (server == null) {
			try {
				server = "jdbc:mariadb://127.0.0.1:" + start() + "/";
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			catch (InterruptedException ex) {
				throw new IllegalStateException(ex);
			}
		}
		return server;
	}

	private static int start() throws IOException, InterruptedException {
		Path folder = Files.createTempDirectory("mariadb");
		Path log = folder.resolve("log");
		Process install = process(folder, "mariadb-install-db", "--auth-root-authentication-method=normal",
				"--skip-test-db");
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(install, folder)));
		if (install.waitFor() != 0) {
			throw new IllegalStateException("mariadb-install-db failed: " + Files.readString(log));
		}
		for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
			int port = freePort();
			Process server = process(folder, "mariadbd", "--bind-address=127.0.0.1", "--port=" + port,
					"--socket=" + folder.resolve("socket"), "--pid-file=" + folder.resolve("pid"));
			Runtime.getRuntime().addShutdownHook(new Thread(() -> end(server, folder)));
			if (listens(server, port)) {
				return port;
			}
		}
		throw new IllegalStateException("MariaDB does not start: " + Files.readString(log));
	}

	private static Process process(Path folder, String program, String... options) throws IOException {
		ProcessBuilder builder = new ProcessBuilder(executable(program).orElseThrow().toString(), "--no-defaults",
				"--datadir=" + folder.resolve("data"), "--user=" + System.getProperty("user.name"),
				// When it starts, it deletes the temporary tables of all servers there.
				"--tmpdir=" + folder);
		builder.command().addAll(Arrays.asList(options));
		builder.command().addAll(SETTINGS);
		File log = folder.resolve("log").toFile();
		return builder.redirectErrorStream(true).redirectOutput(log).start();
	}

	/** Waits until the server listens; returns false if it ends instead. */
	private static boolean listens(Process server, int port) throws InterruptedException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
		while (System.nanoTime() < end && !server.waitFor(20, TimeUnit.MILLISECONDS)) {
			try {
				new Socket(InetAddress.getLoopbackAddress(), port).close();
				return true;
			}
			catch (IOException ex) {
				// It does not listen yet.
			}
		}
		server.destroyForcibly().waitFor();
		return false;
	}

	private static void end(Process process, Path folder) {
		process.destroyForcibly().onExit().join();
		FileSystemUtils.deleteRecursively(folder.toFile());
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

	private static Optional<Path> executable(String program) {
		return Stream.of((System.getenv("PATH") + File.pathSeparator + "/usr/sbin").split(File.pathSeparator, -1))
			.map((folder) -> Path.of(folder, program))
			.filter(Files::isExecutable)
			.findFirst();
	}

}
