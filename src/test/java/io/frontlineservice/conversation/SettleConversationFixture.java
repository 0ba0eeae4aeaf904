package io.frontlineservice.conversation;

import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.worker.TestWorkers.identity;

import io.frontlineservice.conversation.gateway.WorkerStatus;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.worker.Worker;
import io.frontlineservice.worker.WorkerDirectory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * A room with two workers, two customers and the numbers of this service, for tests of
 * {@link SettleConversationJob}.
 */
abstract class SettleConversationFixture {

	static final String LINA = "+14155550101";

	static final String MAX = "+14155550102";

	static final String STRANGER = "+14155550199";

	static final String OURS = "+15005550006";

	static final String GONE = "CH" + "f".repeat(32);

	static final String OTHER_OF_OURS = "+15005550007";

	final FakeConversations twilio = new FakeConversations();

	final AtomicBoolean crmIsDown = new AtomicBoolean();

	final FakeCrm crm = new FakeCrm(at(customer("1", "Lina Berg", ADA), sms(LINA)),
			at(customer("2", "Max Frey"), sms(MAX)))
		.onCall(this::failIfDown);

	@TempDir
	private Path folder;

	TestRoom room;

	@BeforeEach
	void open() throws Exception {
		Path workers = Files.writeString(this.folder.resolve("workers.yml"), """
				- { identity: Ada@example.com, aliases: [ada.okafor@example.com] }
				- { identity: ben@example.com }
				""");
		this.room = TestRoom.with(this.twilio, this.crm, "frontline.workers.location=" + workers,
				"frontline.senders.sms=" + OURS, "frontline.senders.whatsapp=" + OTHER_OF_OURS,
				"frontline.routing.default-worker=ben@example.com");
		this.twilio.worker("Ada@example.com", WorkerStatus.UNAVAILABLE);
		this.twilio.worker("ben@example.com", WorkerStatus.AVAILABLE);
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

	long waiting() {
		return this.room.bean(ConversationStore.class).countWaitingSince(Instant.now().plusSeconds(1));
	}

	boolean granted(String worker, String customerId) {
		Worker known = this.room.bean(WorkerDirectory.class).worker(identity(worker));
		return this.room.grants().granted(known, id(customerId));
	}

}
