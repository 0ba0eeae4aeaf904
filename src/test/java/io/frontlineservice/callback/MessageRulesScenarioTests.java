package io.frontlineservice.callback;

import static io.frontlineservice.RunningServiceWithTwilio.ADAS_SMS;
import static io.frontlineservice.RunningServiceWithTwilio.SMS;
import static io.frontlineservice.RunningServiceWithTwilio.WHATSAPP;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.SampleNumbers;
import io.frontlineservice.OtherProgram;
import io.frontlineservice.sandbox.pretend.account.Content;
import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.phone.AppException;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import io.frontlineservice.sandbox.pretend.world.Message;
import io.frontlineservice.sandbox.pretend.world.Receipt.Status;
import java.net.http.HttpResponse;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The optional rules about messages, over HTTP: templates that are replaced before Twilio
 * publishes the plain text, quiet hours, opt-outs that cover one of our numbers, and
 * consent in fields of the CRM. One class, so that the tests share one context. That
 * there are no quiet hours by default is tested by {@link NoQuietHoursScenarioTests}.
 */
class MessageRulesScenarioTests extends MessageRulesScenario {

	private static final String CONTENT = "HX" + "a".repeat(32);

	private static final String SAM = "+447700900304";

	private final Asleep asleep = Asleep.now();

	@BeforeEach
	void approveContent() {
		this.twilio.contents()
			.add(new Content(CONTENT, "papers", "en", "Hello {{1}}, your papers are ready.", Map.of("1", "Ann"),
					"UTILITY", "approved"));
	}

	@Test
	void plainTextIsRejectedAndSentOnceAsContent() {
		String sid = inboundBefore(Duration.ofHours(25), "whatsapp:+447700900301", WHATSAPP);
		String text = offered("nora", sid);
		assertThat(text).isEqualTo("Hello Nora, your papers are ready.");
		for (int i = 0; i < 3; i++) {
			assertThatThrownBy(() -> this.twilio.app().write(ADA, sid, text)).isInstanceOf(AppException.class)
				.hasMessageContaining("The approved template is sent instead");
			this.settled.await();
		}
		assertThat(ofWorkers(sid)).singleElement().satisfies((message) -> {
			assertThat(message.contentSid()).isEqualTo(CONTENT);
			assertThat(message.author()).isEqualTo(ADA);
			assertThat(message.body()).isEqualTo(text);
		});
		await().until(() -> status(ofWorkers(sid).get(0)) == Status.DELIVERED);
	}

	@Test
	void editedTextAndTextWithinTheWindowPass() throws Exception {
		String sid = inboundBefore(Duration.ofHours(25), "whatsapp:+447700900302", WHATSAPP);
		String text = offered("nate", sid);
		assertThat(send(sid, text + " Ada").body()).isEqualTo("{}");
		inbound("whatsapp:+447700900302", WHATSAPP, "Hello again");
		this.twilio.app().write(ADA, sid, text);
		this.settled.await();
		assertThat(ofWorkers(sid)).singleElement().satisfies((message) -> {
			assertThat(message.contentSid()).isNull();
			assertThat(status(message)).isEqualTo(Status.DELIVERED);
		});
	}

	@Test
	void contentThatTwilioRefusesIsADeadLetterAndTheTextPassesNextTime() throws Exception {
		String sid = inboundBefore(Duration.ofHours(25), "whatsapp:+447700900303", WHATSAPP);
		String text = offered("nina", sid);
		this.twilio.faults().add(Fault.on(RestCall.CREATE_MESSAGE).answering(400, 50542).always());
		assertThat(send(sid, text).statusCode()).isEqualTo(403);
		await().until(() -> !this.settled.dead().isEmpty());
		assertThat(ofWorkers(sid)).isEmpty();
		assertThat(send(sid, text).body()).isEqualTo("{}");
	}

	/** Twilio publishes the text, because the answer is not there within a second. */
	@Test
	void customerGetsOneMessageIfTheStoreIsSlow() throws Exception {
		String sid = inboundBefore(Duration.ofHours(25), "whatsapp:+447700900309", WHATSAPP);
		String text = offered("ned", sid);
		assertThat(whileStoreHangs(() -> send(sid, text).body())).isEqualTo("{}");
		await().until(() -> this.settled.waiting() == 1);
		assertThat(ofWorkers(sid)).as("until Twilio has published the text").isEmpty();
		new OtherProgram(this.twilio).write("/Conversations/" + sid + "/Messages", "Author", ADA, "Body", text);
		await().until(() -> status(ofWorkers(sid).get(0)) == Status.FAILED);
		await().until(() -> {
			this.settled.store()
				.sql("update scheduled_tasks set execution_time = 0 where task_name = 'send-content' "
						+ "and picked = false")
				.update();
			this.settled.dueWork().start();
			return this.settled.waiting() == 0 && ofWorkers(sid).size() > 1;
		});
		assertThat(ofWorkers(sid)).extracting(Message::contentSid).containsExactly(null, CONTENT);
	}

	/** What the app offers, which is the template for this customer. */
	private String offered(String customerId, String sid) {
		return this.twilio.screens()
			.templates(ADA, customerId, sid)
			.path(0)
			.path("templates")
			.path(0)
			.path("content")
			.asString();
	}

	private List<Message> ofWorkers(String sid) {
		return this.twilio.conversation(sid)
			.messages()
			.stream()
			.filter((message) -> !message.author().startsWith("whatsapp:"))
			.toList();
	}

	private static Status status(Message message) {
		return message.receipts().get(0).status();
	}

	@Test
	void conversationIsRefusedWithTheReasonAndTheTimeFromWhichItWorks() throws Exception {
		HttpResponse<String> refused = proxyAddress(ADA, this.asleep.customerId(), this.asleep.number());
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).containsPattern("It is [0-9]{1,2}:[0-9]{2} for this customer\\.")
			.contains("Messages that begin a conversation can be sent from 10:00 on " + this.asleep.opens(),
					"(their time).");
		assertThat(this.twilio.startOutbound(ADA, this.asleep.customerId(), "sms", this.asleep.number())).isNull();
		assertThat(proxyAddress(ADA, "agreed", "+447700900305").statusCode()).isEqualTo(200);
	}

	@Test
	void customerWhoWroteWithinADayIsAnsweredAtAnyTime() throws Exception {
		String sid = inboundBefore(Duration.ofHours(23), this.asleep.number(), ADAS_SMS);
		this.twilio.app().write(ADA, sid, "Hello");
		assertThat(this.twilio.conversation(sid).lastMessage().body()).isEqualTo("Hello");
		assertThat(proxyAddress(ADA, this.asleep.customerId(), this.asleep.number()).statusCode()).isEqualTo(200);
	}

	@Test
	void messageToCustomerWhoWroteEarlierIsRejected() throws Exception {
		String sid = inboundBefore(Duration.ofHours(25), this.asleep.number(), ADAS_SMS);
		HttpResponse<String> rejected = send(sid, "Hello");
		assertThat(rejected.statusCode()).isEqualTo(403);
		assertThat(rejected.body()).contains("can be sent from 10:00 on " + this.asleep.opens());
		assertThat(proxyAddress(ADA, this.asleep.customerId(), this.asleep.number()).statusCode()).isEqualTo(403);
		inbound(this.asleep.number(), ADAS_SMS, "Are you there?");
		assertThat(send(sid, "Hello").statusCode()).isEqualTo(200);
	}

	/** A customer whose quiet hours do not end today or tomorrow. */
	private record Asleep(String customerId, String number, String opens) {

		static Asleep now() {
			DayOfWeek today = LocalDate.now(ZoneId.of("Europe/Berlin")).getDayOfWeek();
			return Set.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY).contains(today)
					? new Asleep("dutch", "+31612345678", "Thursday")
					: new Asleep("german", "+4915112345678", "Monday");
		}

	}

	@Test
	void optOutOfOneNumberIsNotOneOfTheOther() throws Exception {
		String adas = inbound(SAM, ADAS_SMS, "STOP");
		String ours = inbound(SAM, SMS, "Hello?");

		HttpResponse<String> rejected = send(adas, "Hello");
		assertThat(rejected.statusCode()).isEqualTo(403);
		assertThat(rejected.body()).contains("Opted out", "by STOP (SMS)");
		assertThat(send(ours, "Hello").body()).isEqualTo("{}");
		assertThat(proxyAddress(ADA, "sam", SAM).statusCode()).isEqualTo(403);
		assertThat(proxyAddress(BEN, "sam", SAM).body()).isEqualTo("{\"proxy_address\":\"" + SMS + "\"}");
		assertThat(details("sam")).contains("Opted out");
		assertThat(templates("sam")).isNotEqualTo("[]");
	}

	@Test
	void startEndsTheOptOutOfItsNumberOnly() throws Exception {
		String adas = inbound(SAM, ADAS_SMS, "STOP");
		String ours = inbound(SAM, SMS, "STOP");
		inbound(SAM, SMS, "START");

		assertThat(send(adas, "Hello").statusCode()).isEqualTo(403);
		assertThat(send(ours, "Hello").statusCode()).isEqualTo(200);
		assertThat(proxyAddress(ADA, "sam", SAM).statusCode()).isEqualTo(403);
		assertThat(proxyAddress(BEN, "sam", SAM).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "declined|+447700900306|Has not agreed to messages, according to the CRM.",
					"unasked|+447700900307|Has not agreed to messages, according to the CRM.",
					"left|+447700900308|Opted out, according to the CRM." })
	void workerOfCustomerWithoutConsentIsToldEverywhere(String customerId, String number, String reason)
			throws Exception {
		assertThat(details(customerId)).contains(reason);
		assertThat(templates(customerId)).isEqualTo("[]");
		HttpResponse<String> refused = proxyAddress(ADA, customerId, number);
		assertThat(refused.statusCode()).isEqualTo(403);
		assertThat(refused.body()).contains("Do not write to this customer. " + reason);
		HttpResponse<String> rejected = send(inbound(number, ADAS_SMS, "Hello?"), "Hello");
		assertThat(rejected.statusCode()).isEqualTo(403);
		assertThat(rejected.body()).contains("Do not write to this customer. " + reason);
	}

	@Test
	void customerWhoHasAgreedIsWrittenTo() throws Exception {
		assertThat(details("agreed")).doesNotContain("according to the CRM");
		assertThat(templates("agreed")).contains("Hello Alma");
		assertThat(proxyAddress(ADA, "agreed", "+447700900305").statusCode()).isEqualTo(200);
		assertThat(send(inbound("+447700900305", ADAS_SMS, "Hello?"), "Hello").body()).isEqualTo("{}");
	}

	@Test
	void personWhomCrmDoesNotKnowIsAnswered() throws Exception {
		assertThat(send(inbound(SampleNumbers.STRANGER, ADAS_SMS, "Hello?"), "Hello").body()).isEqualTo("{}");
	}

}
