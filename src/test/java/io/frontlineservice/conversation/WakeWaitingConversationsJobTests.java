package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.FakeCrm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Conversations that wait for a worker: how often they are settled, and what ends it. */
@ExtendWith(OutputCaptureExtension.class)
class WakeWaitingConversationsJobTests {

	private static final String OURS = "+15005550006";

	private static final String ADA = "ada@example.com";

	private final FakeConversations twilio = new FakeConversations();

	private final List<String> calls = new CopyOnWriteArrayList<>();

	@TempDir
	private Path folder;

	private TestRoom room;

	@BeforeEach
	void open() throws Exception {
		directory(ADA);
		this.twilio.worker(ADA, WorkerStatus.UNAVAILABLE);
		this.room = TestRoom.with(this.twilio, new FakeCrm(), "frontline.workers.location=" + file(),
				"frontline.workers.reload-interval=20ms", "frontline.senders.sms=" + OURS,
				"frontline.routing.pool=all");
		this.twilio.onCall(this.calls::add);
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void longWaitIsRetriedEveryFiveMinutes() {
		String sid = waiting(Duration.ofHours(2));
		assertThat(untilNextRun()).isBetween(Duration.ofSeconds(280), Duration.ofMinutes(5));
		assertThat(this.twilio.workersOf(sid)).isEmpty();
	}

	@Test
	void newWaitIsRetriedAfterHalfAMinute() {
		waiting(Duration.ZERO);
		assertThat(untilNextRun()).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(30));
	}

	@Test
	void memberWhoBecomesAvailableGetsTheConversationAtOnce() {
		String sid = waiting(Duration.ofHours(2));
		check();
		this.twilio.worker(ADA, WorkerStatus.AVAILABLE);
		check();
		this.room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly(ADA);
	}

	@Test
	void unchangedAvailabilityCostsOneCallPerMember() {
		waiting(Duration.ofHours(2));
		waiting(Duration.ofHours(1));
		check();
		this.calls.clear();
		check();
		check();
		assertThat(this.calls).containsExactly("statusOf", "statusOf");
	}

	@Test
	void memberWhoIsAvailableButFullWakesConversationsOnce() {
		this.twilio.full(ADA);
		this.twilio.worker(ADA, WorkerStatus.AVAILABLE);
		waiting(Duration.ofHours(2));
		check();
		awaitPause();
		this.calls.clear();
		check();
		assertThat(this.calls).containsExactly("statusOf");
	}

	@Test
	void noCallIsMadeWhileNoConversationWaits() {
		check();
		assertThat(this.calls).isEmpty();
	}

	@Test
	void workerAddedToTheDirectoryGetsTheConversationAtOnce() throws Exception {
		String sid = waiting(Duration.ofHours(2));
		this.twilio.worker("ben@example.com", WorkerStatus.AVAILABLE);
		directory("ben@example.com");
		await().until(() -> this.twilio.workersOf(sid).contains("ben@example.com"));
		this.room.settle();
	}

	@Test
	void waitIsLoggedOnceForAllRetries(CapturedOutput output) {
		String sid = waiting(Duration.ofHours(2));
		for (int i = 0; i < 5; i++) {
			this.room.events().changed(sid(sid));
			awaitPause();
		}
		assertThat(output.getOut().lines().filter((line) -> line.contains(sid) || line.contains("settle-conversation")))
			.hasSize(1)
			.first()
			.asString()
			.contains("The conversation " + sid + " waits because no worker can take it now");
	}

	/** A conversation that was settled after it had waited for that time. */
	private String waiting(Duration waited) {
		String sid = this.twilio.inbound("+12025550143", OURS);
		this.room.events().routingAsked(sid(sid));
		awaitPause();
		this.room.bean(JdbcClient.class)
			.sql("update conversation set routing_asked_at = :then where sid = :sid")
			.param("then", Instant.now().minus(waited).toEpochMilli())
			.param("sid", sid)
			.update();
		this.room.events().changed(sid(sid));
		awaitPause();
		return sid;
	}

	/** Waits until every run has ended and the next one is scheduled later. */
	private void awaitPause() {
		await().atMost(Duration.ofSeconds(20))
			.until(() -> this.room.bean(JdbcClient.class)
				.sql("select count(*) from scheduled_tasks where task_name = 'settle-conversation' "
						+ "and (picked = true or execution_time <= :soon)")
				.param("soon", Timestamp.from(Instant.now().plusSeconds(5)))
				.query(Integer.class)
				.single() == 0);
	}

	private Duration untilNextRun() {
		Instant next = this.room.bean(JdbcClient.class)
			.sql("select execution_time from scheduled_tasks where task_name = 'settle-conversation'")
			.query((row, number) -> row.getTimestamp(1).toInstant())
			.single();
		return Duration.between(Instant.now(), next);
	}

	private void check() {
		this.room.bean(WakeWaitingConversationsJob.class).run();
	}

	private Path file() {
		return this.folder.resolve("workers.yml");
	}

	private void directory(String worker) throws Exception {
		Files.writeString(file(), "- { identity: " + worker + ", team: all }\n");
	}

}
