package io.frontlineservice.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;

/**
 * The PostgreSQL that Debian installs, with a data folder and a port of its own. It can
 * be restarted. Used by one thread.
 */
public final class Postgres implements AutoCloseable {

	public static final String USER = "frontline";

	/** The user of Debian's package, because the server refuses to run as root. */
	private static final String OWNER = "postgres";

	private final Path folder;

	private final boolean kept;

	private final Path log;

	private final String options;

	private final Path data;

	private final int port = Ports.free().service();

	/**
	 * Creates a server and starts it.
	 * @param log the file for what the programs print
	 */
	public Postgres(Path log) throws IOException {
		this(log, List.of(), null);
	}

	/**
	 * Starts a server, and creates it if its data folder does not exist.
	 * @param log the file for what the programs print
	 * @param settings settings of the server, such as {@code shared_buffers=1GB}
	 * @param folder the folder to keep its data in, or null to delete them at the end
	 */
	public Postgres(Path log, List<String> settings, @Nullable Path folder) throws IOException {
		this.kept = folder != null;
		this.folder = (folder != null) ? Files.createDirectories(folder) : Files.createTempDirectory("postgres");
		this.data = this.folder.resolve("data");
		this.log = log;
		this.options = settings.stream().map((setting) -> " -c " + setting).collect(Collectors.joining());
		Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
		if (Files.exists(this.data)) {
			control("start");
		}
		else {
			create();
		}
	}

	private void create() throws IOException {
		if (isRoot()) {
			Command.run(this.log, List.of("chown", OWNER, this.folder.toString()));
		}
		run("initdb", "-D", this.data.toString(), "-U", USER, "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8",
				"--no-sync");
		control("start");
		execute("create database frontline");
	}

	private void execute(String sql) throws IOException {
		try (Connection connection = DriverManager.getConnection(url("postgres"), USER, "");
				Statement statement = connection.createStatement()) {
			statement.execute(sql);
		}
		catch (SQLException ex) {
			throw new IOException(ex);
		}
	}

	/** The JDBC URL of the database. */
	public String url() {
		return url("frontline");
	}

	private String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + this.port + "/" + database;
	}

	/**
	 * Restarts the server, which ends all connections, after a checkpoint, which makes
	 * that quick. Returns how long the restart took.
	 */
	public Duration restart() throws IOException {
		execute("checkpoint");
		long start = System.nanoTime();
		control("restart");
		return Duration.ofNanos(System.nanoTime() - start);
	}

	private void control(String action) throws IOException {
		run("pg_ctl", "-D", this.data.toString(), "-m", "fast", "-w", "-l", this.data.resolve("log").toString(), "-o",
				"-p " + this.port + " -k " + this.data + " -c listen_addresses=127.0.0.1" + this.options, action);
	}

	private void run(String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			command.addAll(List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups"));
		}
		command.add(folderOfPrograms().resolve(program).toString());
		command.addAll(List.of(arguments));
		Command.run(this.log, command);
	}

	private static boolean isRoot() {
		return System.getProperty("user.name").equals("root");
	}

	/** The folder of the newest version. */
	private static Path folderOfPrograms() throws IOException {
		try (Stream<Path> versions = Files.list(Path.of("/usr/lib/postgresql"))) {
			return versions.max((one, other) -> Integer.compare(version(one), version(other)))
				.orElseThrow(() -> new IOException("There is no PostgreSQL in /usr/lib/postgresql"))
				.resolve("bin");
		}
	}

	private static int version(Path folder) {
		return Integer.parseInt(folder.getFileName().toString());
	}

	private void stop() {
		if (Files.exists(this.data.resolve("postmaster.pid"))) {
			try {
				control("stop");
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	/**
	 * Stops the server, copies its log beside the given one, and deletes its data unless
	 * they are kept.
	 */
	@Override
	public void close() throws IOException {
		stop();
		Files.copy(this.data.resolve("log"), this.log.resolveSibling("postgres-server.log"));
		if (!this.kept) {
			FileSystemUtils.deleteRecursively(this.folder);
		}
	}

}
