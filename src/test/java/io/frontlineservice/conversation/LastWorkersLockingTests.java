package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.conversation.people.LastWorkers;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.FakeCrm;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Concurrent writes of last workers do not deadlock. */
class LastWorkersLockingTests {

	private static final List<PersonKeys> PEOPLE = List.of(new PersonKeys("number +14155550101", "customer 1"),
			new PersonKeys("number +14155550102", "customer 2"));

	private final TestRoom room = TestRoom.with(new FakeConversations(), new FakeCrm(),
			"frontline.store.url=" + TestPostgres.newDatabase());

	private final LastWorkers lastWorkers = this.room.bean(LastWorkers.class);

	private final JdbcClient store = this.room.bean(JdbcClient.class);

	private final TransactionTemplate transaction = this.room.bean(TransactionTemplate.class);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	@AfterEach
	void close() {
		this.threads.shutdown();
		this.room.close();
	}

	@Test
	void endAndStartWithTheSamePeopleDoNotDeadlock() {
		assertNoDeadlock(() -> this.lastWorkers.recordEnd(sid("CH1")));
	}

	@Test
	void retentionAndStartWithTheSamePeopleDoNotDeadlock() {
		assertNoDeadlock(() -> this.lastWorkers.removeBefore(Instant.now().plus(Duration.ofDays(1))));
	}

	/** Both wait for the first row; the one that gets it then needs the others. */
	private void assertNoDeadlock(Runnable other) {
		this.lastWorkers.recordJoin(sid("CH1"), PEOPLE, identity("ada@example.com"));
		List<String> people = this.store.sql("select person from last_talk order by person").query(String.class).list();
		// Moves the row to the end of the table, which is read in the order of writing.
		this.store.sql("delete from last_talk where person = :person").param("person", people.get(0)).update();
		this.lastWorkers.recordJoin(sid("CH1"), PEOPLE, identity("ada@example.com"));
		write(people.get(0));
		List<Future<?>> both = this.transaction.execute((status) -> {
			write(people.get(0));
			Future<?> beginning = begin(
					() -> this.lastWorkers.recordJoin(sid("CH2"), PEOPLE, identity("ben@example.com")), 1);
			return List.of(beginning, begin(other, 2));
		});
		both.forEach((it) -> assertThatCode(it::get).doesNotThrowAnyException());
	}

	private void write(String person) {
		this.store.sql("update last_talk set talked_at = talked_at where person = :person")
			.param("person", person)
			.update();
	}

	private Future<?> begin(Runnable write, int waiting) {
		Future<?> begun = this.threads.submit(() -> this.transaction.executeWithoutResult((status) -> write.run()));
		await().until(() -> this.store.sql(
				"select count(*) from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")
			.query(Integer.class)
			.single() == waiting);
		return begun;
	}

}
