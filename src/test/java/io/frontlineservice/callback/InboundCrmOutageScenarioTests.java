package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.wire.Journal.Entry;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.convention.TestBean;

/** A customer starts a conversation while the CRM hangs or fails. */
@RunningServiceWithTwilio
@TestPropertySource(properties = { "frontline.callback.budget=1s", "frontline.routing.crm-patience=1s" })
class InboundCrmOutageScenarioTests {

	private static final AtomicReference<Runnable> ON_CRM_CALL = new AtomicReference<>();

	@SuppressWarnings("UnusedVariable")
	@TestBean(name = "fileCrmAdapter")
	private CrmAdapter crm;

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	private final Management management;

	InboundCrmOutageScenarioTests(@LocalManagementPort int managementPort) {
		this.management = new Management(managementPort);
	}

	static CrmAdapter crm() {
		return new FakeCrm(TestCustomers.at(TestCustomers.customer("1001", "Lina Berg", "ada@example.com"),
				TestCustomers.sms(LINA)))
			.onCall(() -> ON_CRM_CALL.get().run());
	}

	@BeforeEach
	@AfterEach
	void recover() {
		ON_CRM_CALL.set(() -> {
		});
	}

	@Test
	void defaultWorkerTakesConversationWhileCrmFails() throws Exception {
		ON_CRM_CALL.set(() -> {
			throw new CrmUnavailableException("down", null);
		});
		assertTakenByDefaultWorkerAndNamedAfterRecovery();
	}

	@Test
	void defaultWorkerTakesConversationWhileCrmHangs() throws Exception {
		CountDownLatch recovery = new CountDownLatch(1);
		ON_CRM_CALL.set(() -> {
			try {
				recovery.await();
			}
			catch (InterruptedException ex) {
				throw new CrmUnavailableException("interrupted", ex);
			}
		});
		assertTakenByDefaultWorkerAndNamedAfterRecovery();
	}

	private void assertTakenByDefaultWorkerAndNamedAfterRecovery() throws Exception {
		String sid = this.twilio.inbound(LINA, SMS, "Hello?");
		Entry event = this.twilio.journal().callbacks().get(0);
		assertThat(event.form()).containsEntry("EventType", "onConversationAdd");
		assertThat(event.status()).isEqualTo(200);
		assertThat(event.millis()).isLessThan(4000);
		assertThat(event.answer()).isEqualTo("{\"friendly_name\":\"" + LINA + "\"}");
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			this.settled.hasten();
			return !this.twilio.workersOf(sid).isEmpty();
		});
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
		assertThat(this.management.explanation(sid)).contains("customers: the CRM did not answer",
				"crm-owner: the CRM did not answer for 1 s");
		ON_CRM_CALL.set(() -> {
		});
		await().atMost(Duration.ofSeconds(30)).until(() -> {
			this.settled.hasten();
			return this.settled.waiting() == 0;
		});
		assertThat(this.twilio.conversation(sid).friendlyName()).isEqualTo("Lina Berg");
		assertThat(this.twilio.conversation(sid).participants().get(0).attributes()).contains("\"1001\"");
		assertThat(this.twilio.workersOf(sid)).containsExactly("dmitri@example.com");
	}

}
