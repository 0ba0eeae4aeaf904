package io.frontlineservice.conversation.routing;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.gateway.TwilioUnavailableException;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.FakeCrm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Round-robin in a team, and conversations that no member can take. */
class PoolTests {

	private static final String OURS = "+15005550006";

	private final FakeConversations twilio = new FakeConversations();

	private final List<TestRoom> rooms = new ArrayList<>();

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.rooms.forEach(TestRoom::close);
	}

	@Test
	void twoInstancesDistributeConversationsEvenly() throws Exception {
		List<String> workers = List.of("a@example.com", "b@example.com", "c@example.com", "d@example.com");
		workers.forEach((worker) -> this.twilio.worker(worker, WorkerStatus.AVAILABLE));
		String directory = directory(workers.stream().map((it) -> "- { identity: " + it + ", team: all }").toList());
		String store = "frontline.store.url=" + TestPostgres.newDatabase();
		List<TestRoom> instances = List.of(room(directory, store), room(directory, store));
		List<String> sids = IntStream.range(0, 100)
			.mapToObj((it) -> this.twilio.inbound("+1202555%04d".formatted(it), OURS))
			.toList();
		sids.parallelStream()
			.forEach((sid) -> instances.forEach((instance) -> instance.events().routingAsked(sid(sid))));
		instances.forEach(TestRoom::settle);
		assertThat(sids).allSatisfy((sid) -> assertThat(this.twilio.workersOf(sid)).hasSize(1));
		for (String worker : workers) {
			assertThat(sids).filteredOn((sid) -> this.twilio.workersOf(sid).contains(worker)).hasSizeBetween(20, 30);
		}
	}

	@Test
	void memberWhoIsUnavailableOrOffDutyIsSkipped() throws Exception {
		// The worker's day may end during the test.
		ZonedDateTime now = ZonedDateTime.now(ZoneId.of("Pacific/Kiritimati"));
		String hours = "{ " + day(now) + ": \"00:00-24:00\", " + day(now.plusDays(1)) + ": \"00:00-24:00\" }";
		String otherHours = "{ " + day(now.plusDays(3)) + ": \"00:00-24:00\" }";
		TestRoom room = room(directory(List.of("- { identity: away@example.com, team: all }",
				"- { identity: gone@example.com, team: all }", "- { identity: new@example.com, team: all }",
				"- { identity: off@example.com, team: all, time_zone: Pacific/Kiritimati, working_hours: " + otherHours
						+ " }",
				"- { identity: on@example.com, team: all, time_zone: Pacific/Kiritimati, working_hours: " + hours
						+ " }")));
		this.twilio.worker("away@example.com", WorkerStatus.UNAVAILABLE);
		this.twilio.worker("gone@example.com", WorkerStatus.DEACTIVATED);
		this.twilio.worker("off@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("on@example.com", WorkerStatus.AVAILABLE);
		String sid = routed(room);
		room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("on@example.com");
		assertThat(room.explanation(sid)).last()
			.isEqualTo("pool: next in turn; available members within working hours: 1 of 4");
	}

	@Test
	void conversationWaitsUntilAMemberIsAvailable() throws Exception {
		TestRoom room = room(directory(List.of("- { identity: a@example.com, team: all }")));
		this.twilio.worker("a@example.com", WorkerStatus.UNAVAILABLE);
		String sid = routed(room);
		await().until(() -> !room.bean(RoutingDecisions.class).of(sid(sid)).isEmpty());
		assertThat(room.explanation(sid)).contains("pool: no worker; available members within working hours: 0 of 1");
		assertThat(this.twilio.workersOf(sid)).isEmpty();
		assertThat(waiting(room)).isEqualTo(1);
		this.twilio.worker("a@example.com", WorkerStatus.AVAILABLE);
		// The retry finds the worker, without a new event.
		await().atMost(Duration.ofSeconds(20)).until(() -> {
			room.bean(JdbcClient.class)
				.sql("update scheduled_tasks set execution_time = 0 where picked = false "
						+ "and task_name = 'settle-conversation'")
				.update();
			return !this.twilio.workersOf(sid).isEmpty();
		});
		room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("a@example.com");
		assertThat(waiting(room)).isZero();
		assertThat(room.dead()).isEmpty();
	}

	@Test
	void memberWithAnUnknownStatusDoesNotBlockTheOthers() throws Exception {
		TestRoom room = room(directory(
				List.of("- { identity: a@example.com, team: all }", "- { identity: b@example.com, team: all }")));
		this.twilio.worker("a@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("b@example.com", WorkerStatus.AVAILABLE);
		AtomicBoolean asked = new AtomicBoolean();
		this.twilio.onCall((call) -> {
			if (call.equals("statusOf") && !asked.getAndSet(true)) {
				throw new TwilioUnavailableException("Twilio failed (500)", null);
			}
		});
		String sid = routed(room);
		room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("b@example.com");
		assertThat(room.explanation(sid)).last()
			.isEqualTo("pool: next in turn; available members within working hours: 1 of 2");
	}

	@Test
	void memberWithTooManyConversationsIsSkipped() throws Exception {
		TestRoom room = room(directory(
				List.of("- { identity: a@example.com, team: all }", "- { identity: b@example.com, team: all }")));
		this.twilio.worker("a@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("b@example.com", WorkerStatus.AVAILABLE);
		this.twilio.full("a@example.com");
		String sid = routed(room);
		room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("b@example.com");
	}

	@Test
	void rulesAreEvaluatedInTheConfiguredOrder() throws Exception {
		TestRoom room = room(directory(List.of("- { identity: a@example.com, team: all }")),
				"frontline.routing.rules=default-worker,pool", "frontline.routing.default-worker=boss@example.com");
		this.twilio.worker("a@example.com", WorkerStatus.AVAILABLE);
		String sid = routed(room);
		room.settle();
		assertThat(this.twilio.workersOf(sid)).containsExactly("boss@example.com");
		assertThat(room.explanation(sid)).hasSize(2);
	}

	private static String day(ZonedDateTime time) {
		return time.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.ENGLISH).toLowerCase(Locale.ROOT);
	}

	private static long waiting(TestRoom room) {
		return room.bean(JdbcClient.class)
			.sql("select count(*) from conversation where routing_asked_at is not null")
			.query(Long.class)
			.single();
	}

	private String routed(TestRoom room) {
		String sid = this.twilio.inbound("+12025550143", OURS);
		room.events().routingAsked(sid(sid));
		return sid;
	}

	private String directory(List<String> workers) throws Exception {
		return "frontline.workers.location="
				+ Files.writeString(this.folder.resolve("workers.yml"), String.join("\n", workers) + "\n");
	}

	private TestRoom room(String... settings) {
		List<String> all = new ArrayList<>(List.of(settings));
		all.addAll(List.of("frontline.senders.sms=" + OURS, "frontline.routing.pool=all"));
		TestRoom room = TestRoom.with(this.twilio, new FakeCrm(), all.toArray(String[]::new));
		this.rooms.add(room);
		return room;
	}

}
