package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue over the embedded store. */
class EmbeddedWorkQueueTests extends WorkQueueContract {

	@TempDir
	private Path directory;

	@Override
	String url() {
		return "jdbc:sqlite:" + this.directory.resolve("store/frontline.db");
	}

	@Test
	void onlyOwnerMayReadFile() throws Exception {
		instance(url(), job());
		Path folder = this.directory.resolve("store");
		try (var files = Files.list(folder)) {
			assertThat(files.toList()).isNotEmpty().allSatisfy((file) -> {
				assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
			});
		}
	}

	@Test
	void commitIsOnDiskWhenItReturns() {
		TestQueue instance = instance(url(), job());
		assertThat(instance.store().sql("pragma journal_mode").query(String.class).single()).isEqualTo("wal");
		// 2 is FULL.
		assertThat(instance.store().sql("pragma synchronous").query(Integer.class).single()).isEqualTo(2);
	}

	@Test
	void jobOfKilledProcessRunsAtOnce() {
		String url = url();
		TestQueue first = instance(url, job());
		first.threads().stop();
		first.queue().request("recorded", "one");
		first.store().sql("update scheduled_tasks set picked = true, picked_by = 'gone', last_heartbeat = 0").update();
		first.close();
		awaitDone(instance(url, job()));
		assertThat(job().subjects()).containsExactly("one");
	}

}
