package io.frontlineservice.conversation;

import io.frontlineservice.customer.FakeCrm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How many events are accepted, each of a conversation of its own, next to how often this
 * disk commits: the embedded store, with its work going on at the same time.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Threads(16)
@Fork(1)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 4, time = 5)
public class EventsBenchmark {

	private final AtomicLong number = new AtomicLong();

	private Path folder;

	private TestRoom room;

	private JdbcClient store;

	@Setup
	public void open() throws IOException {
		this.folder = Files.createTempDirectory("events");
		this.room = TestRoom.with(new FakeConversations(), new FakeCrm(),
				"frontline.store.url=jdbc:sqlite:" + this.folder.resolve("frontline.db"));
		this.store = this.room.bean(JdbcClient.class);
	}

	@TearDown
	public void close() throws IOException {
		this.room.close();
		try (var files = Files.list(this.folder)) {
			for (Path file : files.toList()) {
				Files.delete(file);
			}
		}
		Files.delete(this.folder);
	}

	/** An event that is on the disk when this returns. */
	@Benchmark
	public void accept() {
		this.room.events().changed("CH%032x".formatted(this.number.incrementAndGet()));
	}

	/** The smallest change that is on the disk when this returns. */
	@Benchmark
	public int commit() {
		return this.store.sql("update store_probe set written_at = :now")
			.param("now", this.number.incrementAndGet())
			.update();
	}

}
