package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.TestPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that cannot be opened is refused in words of our own. */
class StoreRefusedTests {

	@TempDir
	private Path folder;

	@Test
	void aFileOfSomethingElse() throws IOException {
		Path file = Files.writeString(this.folder.resolve("store.db"), "A letter to somebody\n".repeat(200));
		assertRefused("jdbc:sqlite:" + file, "names a file that is no SQLite database");
		assertThat(file).hasContent("A letter to somebody\n".repeat(200));
	}

	@Test
	void aFileOfAnotherProcess() throws Exception {
		String url = "jdbc:sqlite:" + this.folder.resolve("store.db");
		try (HikariDataSource other = TestStore.open(url);
				Connection connection = other.getConnection();
				Statement statement = connection.createStatement()) {
			statement.execute("create table locked (id int)");
			assertRefused(url, "names a file that another process uses");
		}
	}

	@Test
	void aFolderThatCannotBeMade() throws IOException {
		Path file = Files.createFile(this.folder.resolve("data"));
		assertRefused("jdbc:sqlite:" + file + "/store.db", "must name a file in a folder: " + file);
	}

	@Test
	void aDatabaseThatTheServerDoesNotHave() {
		assertRefused(TestPostgres.newDatabase().replace("/db_", "/no_"),
				"names a database that the server does not have");
	}

	@Test
	void aServerThatIsNotThere() throws IOException {
		int closed;
		try (ServerSocket socket = new ServerSocket(0)) {
			closed = socket.getLocalPort();
		}
		assertRefused("jdbc:postgresql://localhost:" + closed + "/frontline?password=secret",
				"names a database that cannot be reached");
	}

	private static void assertRefused(String url, String problem) {
		assertThatExceptionOfType(StoreRefusedException.class).isThrownBy(() -> TestStore.open(url))
			.withMessageStartingWith(problem)
			.withMessageNotContaining("secret")
			.satisfies((refused) -> assertThat(new StoreRefusedAnalyzer().analyze(refused).getDescription())
				.startsWith("The store cannot be opened: frontline.store.url " + problem));
	}

}
