package io.frontlineservice.conversation;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.conversation.gateway.Conversation.State;
import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which worker is stored as the last one of a person, and for how long. */
class LastWorkersTests {

	private static final String OFFICE = "+14155550101";

	private static final String OURS = "+15005550006";

	private static final String ADAS = "+15005550009";

	private final FakeConversations twilio = new FakeConversations();

	private final AtomicBoolean crmIsDown = new AtomicBoolean();

	private final FakeCrm crm = new FakeCrm(at(customer("1", "Lina Berg", "ada@example.com"), sms(OFFICE)),
			at(customer("2", "Max Roe", "ben@example.com"), sms(OFFICE)))
		.onCall(this::failIfDown);

	@TempDir
	private Path folder;

	private TestRoom room;

	@BeforeEach
	void open() throws Exception {
		Path workers = Files.writeString(this.folder.resolve("workers.yml"), """
				- { identity: ada@example.com, senders: { sms: "%s" } }
				""".formatted(ADAS));
		this.room = TestRoom.with(this.twilio, this.crm, "frontline.workers.location=" + workers,
				"frontline.senders.sms=" + OURS, "frontline.routing.rules=last-talked,default-worker",
				"frontline.routing.default-worker=dmitri@example.com");
		this.twilio.worker("ada@example.com", WorkerStatus.AVAILABLE);
		this.twilio.worker("chiara@example.com", WorkerStatus.AVAILABLE);
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	private void failIfDown() {
		if (this.crmIsDown.get()) {
			throw new CrmUnavailableException("down", null);
		}
	}

	@Test
	void lastWorkerOfAnOpenConversationIsKept() {
		String sid = conversation(OURS, "1", "ada@example.com");
		age(Duration.ofDays(31));
		this.room.events().changed(sid(sid));
		this.room.settle();
		this.room.bean(RetentionJob.class).run();
		assertThat(nextWorker(OURS)).isEqualTo("ada@example.com");
	}

	@Test
	void retentionOfTheLastWorkerStartsWhenTheConversationEnds() {
		String sid = conversation(OURS, "1", "ada@example.com");
		age(Duration.ofDays(31));
		end(sid);
		this.room.bean(RetentionJob.class).run();
		assertThat(nextWorker(OURS)).isEqualTo("ada@example.com");
	}

	@Test
	void lastWorkerIsRemovedAfterTheRetention() {
		end(conversation(OURS, "1", "ada@example.com"));
		age(Duration.ofDays(31));
		this.room.bean(RetentionJob.class).run();
		assertThat(nextWorker(OURS)).isEqualTo("dmitri@example.com");
	}

	@Test
	void customerIsStoredOnceTheCrmAnswers() {
		this.crmIsDown.set(true);
		String written = this.twilio.inbound(OFFICE, OURS);
		this.twilio.join(written, "ada@example.com", "{}", null, null, null);
		this.room.events().changed(sid(written));
		await().until(() -> rows() == 1);
		this.crmIsDown.set(false);
		this.room.settle();
		assertThat(rows()).isEqualTo(2);
	}

	@Test
	void twoCustomersWithOneNumberKeepTheirOwnWorkers() {
		end(conversation(ADAS, "1", "ada@example.com"));
		end(conversation(OURS, "2", "chiara@example.com"));
		// The match is the first customer, who belongs to the owner of that number.
		assertThat(nextWorker(ADAS)).isEqualTo("ada@example.com");
	}

	private String conversation(String ourNumber, String customerId, String worker) {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, null, "{\"customer_id\":\"" + customerId + "\"}", OFFICE, ourNumber, null);
		this.twilio.join(sid, worker, "{}", null, null, null);
		this.room.events().changed(sid(sid));
		this.room.settle();
		return sid;
	}

	private void end(String sid) {
		this.twilio.state(sid, State.CLOSED);
		this.room.events().closed(sid(sid));
		this.room.settle();
	}

	private void age(Duration older) {
		this.room.bean(JdbcClient.class)
			.sql("update last_talk set talked_at = talked_at - :older")
			.param("older", older.toMillis())
			.update();
	}

	private int rows() {
		return this.room.bean(JdbcClient.class).sql("select count(*) from last_talk").query(Integer.class).single();
	}

	/** The worker who gets the next conversation from the office. */
	private String nextWorker(String ourNumber) {
		String sid = this.twilio.inbound(OFFICE, ourNumber);
		this.room.events().routingAsked(sid(sid));
		this.room.settle();
		return String.join(", ", this.twilio.workersOf(sid));
	}

}
