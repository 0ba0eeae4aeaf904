package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.conversation.gateway.Participant;
import io.frontlineservice.conversation.participant.ParticipantListener;
import io.frontlineservice.conversation.people.IdentifiedPerson;
import io.frontlineservice.conversation.people.Members;
import io.frontlineservice.conversation.people.Person;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.work.Commits;
import io.frontlineservice.work.WorkStore;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Settlements of two groups with the same people do not deadlock in PostgreSQL. */
class SettlementLockingTests {

	private static final String LINA = "+14155550101";

	private static final String MARCUS = "+15035550118";

	private final TestRoom room = TestRoom.with(List.of(Listening.class), new FakeConversations(), new FakeCrm(),
			"frontline.store.url=" + TestPostgres.newDatabase());

	private final ConversationMemory memory = this.room.bean(ConversationMemory.class);

	private final JdbcClient store = this.room.bean(JdbcClient.class);

	private final ExecutorService threads = Executors.newCachedThreadPool();

	@AfterEach
	void close() {
		this.threads.shutdown();
		this.room.close();
	}

	@BeforeEach
	void optOut() {
		for (String person : List.of(LINA, MARCUS)) {
			this.store
				.sql("insert into opt_out_event (event_key, address, channel, opted_out, how, happened_at, stored_at) "
						+ "values (:person, :person, 'sms', 1, 'keyword', 1, 1)")
				.param("person", person)
				.update();
		}
	}

	/** Both wait for Lina's row; the one that gets it then needs the row of Marcus. */
	@Test
	void groupsWithTheSamePeopleInAnotherOrderDoNotDeadlock() {
		List<Future<?>> both = this.room.bean(TransactionTemplate.class).execute((status) -> {
			write(this.store, LINA);
			Future<?> first = begin("CH1", List.of(LINA, MARCUS), 1);
			return List.of(first, begin("CH2", List.of(MARCUS, LINA), 2));
		});
		both.forEach((it) -> assertThatCode(it::get).doesNotThrowAnyException());
	}

	/** PostgreSQL ends one of them after a second. */
	@Test
	void callbackThatLosesADeadlockIsRepeated() {
		CountDownLatch bothBegan = new CountDownLatch(2);
		AtomicInteger runs = new AtomicInteger();
		List<Future<?>> both = List.of(commit(LINA, MARCUS, bothBegan, runs), commit(MARCUS, LINA, bothBegan, runs));
		both.forEach((it) -> assertThatCode(it::get).doesNotThrowAnyException());
		assertThat(runs).hasValue(3);
	}

	private Future<?> commit(String first, String second, CountDownLatch bothBegan, AtomicInteger runs) {
		return this.threads.submit(() -> this.room.bean(Commits.class).commit(() -> {
			runs.incrementAndGet();
			write(this.store, first);
			bothBegan.countDown();
			await().until(() -> bothBegan.getCount() == 0);
			write(this.store, second);
		}));
	}

	private Future<?> begin(String conversation, List<String> addresses, int waiting) {
		List<IdentifiedPerson> people = addresses.stream().map(SettlementLockingTests::person).toList();
		Members members = new Members(people.stream().map(IdentifiedPerson::person).toList(), List.of(), List.of(),
				null);
		Future<?> begun = this.threads.submit(() -> this.memory.conclude(sid(conversation),
				this.memory.recall(sid(conversation)), members, people, Instant.now()));
		await().until(
				() -> this.store
					.sql("select count(*) from pg_stat_activity where wait_event_type = 'Lock' "
							+ "and datname = current_database()")
					.query(Integer.class)
					.single() == waiting);
		return begun;
	}

	private static IdentifiedPerson person(String address) {
		Participant participant = new Participant("MB" + address.substring(1), null, "{}", address, null, null);
		return new IdentifiedPerson(new Person(participant, InboundAddresses.read(address).get(0)), true, List.of());
	}

	private static void write(JdbcClient store, String person) {
		store.sql("update opt_out_event set stored_at = stored_at where address = :person")
			.param("person", person)
			.update();
	}

	/** Writes what is known of a person in all conversations, as the opt-outs do. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Listening {

		@Bean
		ParticipantListener writer(@WorkStore JdbcClient store) {
			return (conversation, participant, address, customer) -> write(store, String.valueOf(address.value()));
		}

	}

}
