package io.frontlineservice.twilio.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.sandbox.pretend.fault.Fault;
import io.frontlineservice.sandbox.pretend.wire.RestCall;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.core.env.Environment;

/** The examination of the senders. */
class SendersExaminationTests {

	private static final String NUMBER = "+15005550006";

	private static final String WHATSAPP = "whatsapp:+15005550007";

	@RegisterExtension
	private final PretendAccount account = new PretendAccount();

	@Test
	void senderInTheMessagingServiceIsOk() {
		this.account.twilio.inventory().owns(NUMBER).owns(WHATSAPP).owns("+447700900199");

		assertThat(seen(configured("frontline.senders.countries.44.sms", "+447700900199"))).containsExactly(
				"HOLDS SMS ...0006 belongs to this account and is in the messaging service of Conversations",
				"HOLDS SMS ...0199 belongs to this account and is in the messaging service of Conversations",
				"HOLDS WhatsApp ...0007 belongs to this account and is in the messaging service of Conversations");
	}

	@Test
	void sendersOfWorkersAreExaminedToo() {
		assertThat(seen(this.account.with("frontline.workers.location", "classpath:sandbox/workers.yml")))
			.containsExactly("PROBLEM SMS ...0009 is not a number of this account (Frontline's error 48028)");
	}

	@Test
	void senderOfAnotherAccountIsAProblem() {
		// Numbers that the filter of the list matches as well.
		this.account.twilio.inventory().owns(NUMBER + "1").owns("whatsapp:" + NUMBER).owns(WHATSAPP.substring(9));

		assertThat(seen(configured())).containsExactly(
				"PROBLEM SMS ...0006 is not a number of this account (Frontline's error 48028)",
				"PROBLEM WhatsApp ...0007 is not a WhatsApp sender of this account (Frontline's error 48030)");
	}

	@Test
	void numberThatCannotSendIsAProblem() {
		this.account.twilio.inventory().owns(NUMBER, false, true).owns(WHATSAPP, false, true);

		assertThat(seen(configured())).containsExactly("PROBLEM SMS ...0006 cannot send SMS",
				"PROBLEM WhatsApp ...0007 is OFFLINE");
	}

	@Test
	void senderOutsideTheMessagingServiceIsAWarning() {
		this.account.twilio.inventory().owns(NUMBER, true, false).owns(WHATSAPP, true, false);

		assertThat(seen(configured())).containsExactly(
				"WARNING SMS ...0006 belongs to this account, but is not in the messaging service of Conversations",
				"WARNING WhatsApp ...0007 belongs to this account, but is not in the messaging service of Conversations");
	}

	@Test
	void missingMessagingServiceIsOneProblem() {
		this.account.twilio.inventory().owns(NUMBER).owns(WHATSAPP).withoutMessagingService();

		assertThat(seen(configured())).containsExactly(
				"PROBLEM Conversations has no messaging service (Frontline's error 48032)",
				"HOLDS SMS ...0006 belongs to this account", "HOLDS WhatsApp ...0007 belongs to this account");
	}

	@Test
	void whatsAppSendersAreFoundInTheMessagingServiceToo() {
		this.account.twilio.inventory().owns(WHATSAPP);
		this.account.twilio.faults().add(Fault.on(RestCall.LIST_WHATSAPP_SENDERS).always().answering(404, 20404));
		Environment environment = this.account.with("frontline.senders.whatsapp", WHATSAPP);
		assertThat(seen(environment)).containsExactly(
				"HOLDS WhatsApp ...0007 belongs to this account and is in the messaging service of Conversations");

		this.account.twilio.inventory().owns(WHATSAPP, true, false);
		assertThat(seen(environment))
			.containsExactly("PROBLEM WhatsApp ...0007: Twilio does not show the WhatsApp senders of this account");
	}

	@Test
	void listsAreReadToTheirEnd() {
		for (int i = 0; i < 120; i++) {
			this.account.twilio.inventory()
				.owns("+4477009%05d".formatted(i))
				.owns("whatsapp:+4477009%05d".formatted(i));
		}

		assertThat(seen(this.account.with("frontline.senders.sms", "+447700900119", "frontline.senders.whatsapp",
				"whatsapp:+447700900119")))
			.allMatch((it) -> it.startsWith("HOLDS") && it.contains("in the messaging service"))
			.hasSize(2);
	}

	@Test
	void missingSendersAreAWarning() {
		assertThat(seen(this.account.with()))
			.containsExactly("WARNING no sender is configured, so workers cannot start conversations");
	}

	@Test
	void invalidSendersAreNotExamined() {
		assertThat(seen(this.account.with("frontline.senders.sms", "12345")))
			.containsExactly("NOT_EXAMINED not examined: first fix frontline.senders.* and frontline.workers.*");
	}

	private Environment configured(String... settings) {
		List<String> all = new ArrayList<>(
				List.of("frontline.senders.sms", NUMBER, "frontline.senders.whatsapp", WHATSAPP));
		all.addAll(List.of(settings));
		return this.account.with(all.toArray(String[]::new));
	}

	private static List<String> seen(Environment environment) {
		return new SendersExamination().examine(environment)
			.stream()
			.map((it) -> it.outcome() + " " + it.seen())
			.toList();
	}

}
