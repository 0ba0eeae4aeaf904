package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.SampleNumbers.LINA;
import static io.frontlineservice.SampleNumbers.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.Callback;
import io.frontlineservice.Management;
import io.frontlineservice.RunningServiceWithTwilio;
import io.frontlineservice.WithPretendTwilio.Settled;
import io.frontlineservice.sandbox.SandboxContents;
import io.frontlineservice.sandbox.pretend.PretendTwilio;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.work.RecurringJob;
import io.frontlineservice.work.WorkStore;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * The numbers and names of customers and the texts of messages do not appear in logs,
 * metrics, endpoints and the durable store.
 */
@RunningServiceWithTwilio
@ExtendWith(OutputCaptureExtension.class)
class ConversationPrivacyScenarioTests {

	private static final String[] PERSONAL = { "4155550101", "2025550143", "Lina", "Berg", "private matter",
			"lina@berg.example", "13491208655302" };

	private static final String NO_NUMBER = "whatsapp:US.13491208655302";

	@Autowired
	private PretendTwilio twilio;

	@Autowired
	private Settled settled;

	@Autowired
	@WorkStore
	private HikariDataSource store;

	@Autowired
	private List<RecurringJob> recurring;

	private final Management management;

	private final Callback conversations;

	ConversationPrivacyScenarioTests(@LocalServerPort int port, @LocalManagementPort int managementPort) {
		this.conversations = Callback.conversations(port);
		this.management = new Management(managementPort);
	}

	@Test
	void logsMetricsAndEndpointsHaveNoNumbersNamesOrMessageTexts(CapturedOutput output) throws Exception {
		this.twilio.faults().add(Fault.on(RestCall.ADD_PARTICIPANT));
		this.twilio.faults().add(Fault.on(RestCall.UPDATE_PARTICIPANT).answering(400, 20001).always());
		String sid = this.twilio.inbound(LINA, SMS, "A private matter");
		this.twilio.inbound("whatsapp:" + STRANGER, RunningServiceWithTwilio.WHATSAPP, "A private matter");
		this.twilio.inbound(NO_NUMBER, RunningServiceWithTwilio.WHATSAPP, "A private matter");
		this.twilio.groupInbound(STRANGER, List.of(LINA), SMS, "A private matter");
		await().until(() -> this.settled.dead().contains(sid));
		this.settled.await();
		assertThat(output).contains("The rule crm-owner chose the worker", "was given up: Twilio refused", sid)
			.doesNotContain(PERSONAL)
			.doesNotContain("@example.com", "@Example");
		assertThat(this.management.get("/deadLetters")).contains(sid).doesNotContain(PERSONAL).doesNotContain("@");
		assertThat(this.management.get("/prometheus"))
			.contains("frontline_conversations_routed_total", "frontline_work_dead")
			.doesNotContain(PERSONAL)
			.doesNotContain("@example.com", sid);
		assertThat(this.management.get("/routing")).contains(sid).doesNotContain(PERSONAL);
	}

	@Test
	void storeHasWorkersAndIdsButNoNumbersOrNames() throws Exception {
		String sid = this.twilio.inbound(LINA, SMS, "A private matter");
		this.twilio.inbound(NO_NUMBER, RunningServiceWithTwilio.WHATSAPP, "A private matter");
		this.twilio.groupInbound(STRANGER, List.of(LINA), SMS, "A private matter");
		this.settled.await();
		this.twilio.close(sid);
		this.settled.await();
		this.recurring.stream().filter((job) -> job.name().equals("forget-what-is-old")).forEach(RecurringJob::run);
		assertThat(storedBytes()).contains(sid, "ada@example.com").doesNotContain(PERSONAL);
	}

	@Test
	void optOutIsStoredWithoutNumberOrText(CapturedOutput output) throws Exception {
		String sid = this.twilio.inbound(LINA, SMS, "A private matter");
		this.settled.await();
		for (String body : List.of("A private matter", "STOP")) {
			this.conversations.post("EventType", "onMessageAdded", "ConversationSid", sid, "Author", LINA, "Body", body,
					"MessageSid", "IM" + "0".repeat(24) + "%08x".formatted(body.hashCode()), "ParticipantSid",
					"MB" + "d".repeat(32), "Source", "SMS");
		}
		assertThat(this.conversations
			.post("EventType", "onMessageAdd", "ConversationSid", sid, "ClientIdentity", "ada@example.com", "Author",
					"ada@example.com", "Body", "A private matter", "Source", "SDK")
			.statusCode()).isEqualTo(403);
		assertThat(storedBytes()).contains("MB" + "d".repeat(32)).doesNotContain(PERSONAL);
		assertThat(this.management.get("/optOuts")).contains("STOP").doesNotContain(PERSONAL);
		assertThat(output).contains("onMessageAdd answered 403")
			.doesNotContain(PERSONAL)
			.doesNotContain("@example.com");
	}

	/**
	 * The whole way: the worker chooses a template, WhatsApp refuses it, it is sent as
	 * content.
	 */
	@Test
	void repairedTemplateIsStoredWithoutNameOrText(CapturedOutput output) throws Exception {
		SandboxContents.read().forEach(this.twilio.contents()::add);
		this.twilio.conditions().ticked("onParticipantAdded", "onMessageAdd", "onDeliveryUpdated");
		String sid = this.twilio.inbound("whatsapp:" + LINA, RunningServiceWithTwilio.WHATSAPP, "A private matter");
		this.settled.await();
		this.twilio.whatsAppWindowsOver(true);
		String text = this.twilio.screens()
			.templates("ada@example.com", "1001", sid)
			.findValuesAsString("content")
			.stream()
			.filter((content) -> content.contains("processed your documents"))
			.findFirst()
			.orElseThrow();
		this.twilio.app().write("ada@example.com", sid, text);
		await().until(() -> contents(sid).size() == 1);
		this.settled.await();
		assertThat(contents(sid)).containsExactly(text);
		assertThat(storedBytes()).contains("HX2ac45d86f0bf8ed6c7516a9d7cf44258")
			.doesNotContain(PERSONAL)
			.doesNotContain("processed your documents");
		assertThat(this.management.get("/deliveries")).contains("window_closed").doesNotContain(PERSONAL);
		assertThat(output).doesNotContain(PERSONAL).doesNotContain("processed your documents");
	}

	/** The texts of the messages that were sent as content. */
	private List<String> contents(String sid) {
		return this.twilio.conversation(sid)
			.messages()
			.stream()
			.filter((message) -> message.contentSid() != null)
			.map(Message::body)
			.toList();
	}

	/** All bytes of the SQLite file and its write-ahead log. */
	private String storedBytes() throws IOException {
		String file = this.store.getJdbcUrl().substring("jdbc:sqlite:".length());
		StringBuilder storedBytes = new StringBuilder();
		for (String suffix : List.of("", "-wal")) {
			Path path = Path.of(file + suffix);
			if (Files.exists(path)) {
				storedBytes.append(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
			}
		}
		return storedBytes.toString();
	}

}
