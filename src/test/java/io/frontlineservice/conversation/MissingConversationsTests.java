package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.ConversationGoneException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.worker.WorkerDirectory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A conversation that Twilio has known and answers 404 for. */
class MissingConversationsTests {

	private static final String LINA = "+14155550101";

	private static final String OURS = "+15005550006";

	private static final String BEN = "ben@example.com";

	/** Older than the conversations that a reconciliation lists. */
	private static final Duration OLD = Duration.ofDays(3);

	private final FakeConversations twilio = new FakeConversations();

	private final AtomicBoolean missing = new AtomicBoolean();

	private final AtomicInteger lookUps = new AtomicInteger();

	@TempDir
	private Path folder;

	private TestRoom room;

	private String sid;

	@BeforeEach
	void settledConversation() {
		open();
		this.sid = this.twilio.conversation(Instant.now().minus(OLD), State.ACTIVE, null, "{}");
		this.twilio.join(this.sid, null, "{}", LINA, OURS, null);
		this.twilio.join(this.sid, BEN, "{}", null, null, null);
		this.room.events().changed(sid(this.sid));
		this.room.settle();
		assertThat(isGranted()).isTrue();
		this.twilio.onCall((call) -> {
			if (call.equals("conversation")) {
				this.lookUps.incrementAndGet();
				if (this.missing.get()) {
					throw new ConversationGoneException();
				}
			}
		});
	}

	private void open() {
		this.room = TestRoom.with(this.twilio, new FakeCrm(at(customer("1", "Lina Berg"), sms(LINA))),
				"frontline.senders.sms=" + OURS, "frontline.store.url=jdbc:sqlite:" + this.folder.resolve("store.db"));
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void oneAnswer404EndsNothing() {
		this.missing.set(true);
		this.room.events().changed(sid(this.sid));
		await().until(() -> this.lookUps.get() > 0);
		assertThat(isGranted()).isTrue();
		assertThat(isOpen()).isTrue();
		this.missing.set(false);
		this.room.settle();
		assertThat(isGranted()).isTrue();
		assertThat(isOpen()).isTrue();
		assertThat(noted()).isZero();
		assertThat(this.room.dead()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 60 })
	void isRetriedWhileMissingForLessThanTheGracePeriod(int seconds) {
		this.missing.set(true);
		this.room.events().changed(sid(this.sid));
		await().until(() -> noted() == 1);
		missingFor(Duration.ofSeconds(seconds));
		int before = this.lookUps.get();
		await().until(() -> this.lookUps.get() > before);
		assertThat(isGranted()).isTrue();
	}

	@Test
	void isClosedOnceMissingForTheGracePeriod() {
		goMissing();
		assertThat(isGranted()).isFalse();
		assertThat(isOpen()).isFalse();
		assertThat(this.room.dead()).isEmpty();
	}

	@Test
	void isOpenAgainOnceTwilioKnowsItAgain() {
		goMissing();
		reconcile();
		this.missing.set(false);
		int before = this.lookUps.get();
		checkedAgo(Duration.ofMinutes(1));
		reconcile();
		assertThat(this.lookUps).hasValue(before);
		checkedAgo(Duration.ofHours(6));
		reconcile();
		assertThat(isGranted()).isTrue();
		assertThat(isOpen()).isTrue();
		assertThat(noted()).isZero();
	}

	@Test
	void isCheckedLessOftenTheLongerItIsMissing() {
		goMissing();
		reconcile();
		int before = this.lookUps.get();
		missingFor(Duration.ofHours(1));
		checkedAgo(Duration.ofMinutes(20));
		reconcile();
		assertThat(this.lookUps).hasValue(before);
		checkedAgo(Duration.ofMinutes(31));
		reconcile();
		assertThat(this.lookUps).hasValue(before + 1);
	}

	@Test
	void allAreCheckedAfterAStart() {
		goMissing();
		this.room.close();
		this.missing.set(false);
		open();
		reconcile();
		assertThat(isGranted()).isTrue();
		assertThat(isOpen()).isTrue();
	}

	@Test
	void isNotCheckedAfterAnEventHasClosedIt() {
		goMissing();
		this.room.events().closed(sid(this.sid));
		this.room.settle();
		assertThat(noted()).isZero();
		assertThat(isOpen()).isFalse();
	}

	@Test
	void isRemovedAfterTheRetention() {
		goMissing();
		store().sql("update conversation set seen_at = seen_at - 3000000000, settled_at = settled_at - 3000000000")
			.update();
		reconcile();
		this.room.bean(RetentionJob.class).run();
		reconcile();
		assertThat(noted()).isZero();
	}

	private void goMissing() {
		this.missing.set(true);
		this.room.events().changed(sid(this.sid));
		await().until(() -> noted() == 1);
		missingFor(Duration.ofMinutes(2));
		this.room.settle();
	}

	private void missingFor(Duration time) {
		store().sql("update missing_conversation set missing_since = :time")
			.param("time", Instant.now().minus(time).toEpochMilli())
			.update();
	}

	private void checkedAgo(Duration time) {
		store().sql("update missing_conversation set checked_at = :time")
			.param("time", Instant.now().minus(time).toEpochMilli())
			.update();
	}

	private void reconcile() {
		this.room.bean(ReconciliationJob.class).run();
		store()
			.sql("update scheduled_tasks set execution_time = 0 where task_name = 'settle-conversation' "
					+ "and picked = false")
			.update();
		this.room.settle();
	}

	private int noted() {
		return store().sql("select count(*) from missing_conversation").query(Integer.class).single();
	}

	private boolean isOpen() {
		return this.room.bean(ConversationStore.class).find(sid(this.sid)).orElseThrow().isOpen();
	}

	private boolean isGranted() {
		return this.room.grants().granted(this.room.bean(WorkerDirectory.class).worker(identity(BEN)), id("1"));
	}

	private JdbcClient store() {
		return this.room.bean(JdbcClient.class);
	}

}
