package io.frontlineservice.consent.optout;

import static io.frontlineservice.conversation.TestSids.sid;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.consent.push.ConsentApi;
import io.frontlineservice.consent.push.ConsentItem;
import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.participant.InboundMessage;
import io.frontlineservice.conversation.participant.InboundMessages;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.FakeCrm;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which opt-outs are sent to a fake Consent API, and for which of our numbers. */
class PushToTwilioTests {

	private static final String LINA = "+14155550101";

	private static final String US = "+15005550006";

	private static final String UK = "+447700900199";

	private static final String PARTICIPANT = "MB" + "1".repeat(32);

	private static final String CONVERSATION = "CH" + "1".repeat(32);

	private static final Instant MAY = Instant.parse("2026-05-06T07:08:09Z");

	private final FakeApi api = new FakeApi();

	private TestRoom room;

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void stopWordIsSentForEachSmsSenderAndThenForgotten() {
		start("frontline.consent.push-to-twilio=true");
		receive("whatsapp:" + LINA, "STOP", 1, MAY);
		receive("whatsapp:" + LINA, "STOP", 1, MAY);
		this.room.settle();

		assertThat(this.api.items).extracting(ConsentItem::sender).containsExactlyInAnyOrder(US, UK);
		assertThat(this.api.items).extracting(ConsentItem::correlationId)
			.doesNotHaveDuplicates()
			.allMatch((id) -> id.matches("[0-9a-f]{32}"));
		assertThat(this.api.items).allSatisfy((item) -> {
			assertThat(item.contact()).isEqualTo(LINA);
			assertThat(item.optedOut() && item.byMessage()).isTrue();
			assertThat(item.at()).isEqualTo(MAY);
			assertThat(item.toString()).doesNotContain("+");
		});
		assertThat(rows()).isEmpty();
	}

	@Test
	void replacedEventsAndAnswersAreNotSent() {
		start("frontline.consent.push-to-twilio=true");
		receive(LINA, "YES", 1, MAY);
		receive("+14155550102", "Please stop", 2, MAY);
		receive("messenger:123", "STOP", 3, MAY);
		this.room.settle();
		assertThat(this.api.items).isEmpty();

		receive(LINA, "STOP", 4, MAY.minusSeconds(60));
		this.room.settle();
		assertThat(this.api.items).isEmpty();

		optOuts().enter(address(LINA), true);
		this.room.settle();
		assertThat(this.api.items).hasSize(2).allMatch((item) -> item.optedOut() && !item.byMessage());

		optOuts().enter(address(LINA), false);
		this.room.settle();
		assertThat(this.api.items.subList(2, 4)).noneMatch(ConsentItem::optedOut);
		assertThat(rows()).isEmpty();
	}

	@Test
	void rejectionIsADeadLetterAndTheNumberStaysEncrypted() {
		this.api.rejections = List.of(new ConsentApi.Rejection(30646, "INTERNAL_SERVER_ERROR"),
				new ConsentApi.Rejection(30646, "INVALID_SENDER_ID"));
		start("frontline.consent.push-to-twilio=true");
		receive(LINA, "STOP", 1, MAY);
		this.room.settle();

		assertThat(store().sql("select reason from dead_letter").query(String.class).single())
			.isEqualTo("Twilio did not accept the opt-out or opt-in (error 30646, INVALID_SENDER_ID)");
		assertThat(rows()).singleElement().asString().doesNotContain("4155550101");
	}

	@Test
	void withScopeSenderItWaitsForTheNumberThatThePersonWroteTo() {
		start("frontline.consent.push-to-twilio=true", "frontline.consent.opt-out-scope=sender");
		receive(LINA, "STOP", 1, MAY);
		PersonKeys person = PersonKeys.of(address(LINA), null);
		this.room.bean(KnownParticipants.class).identify(sid(CONVERSATION), PARTICIPANT, person, "sms", address(UK));
		this.room.bean(OptOutListener.class).identified(sid(CONVERSATION), PARTICIPANT, address(LINA), null);
		this.room.settle();

		assertThat(this.api.items).singleElement().extracting(ConsentItem::sender).isEqualTo(UK);
	}

	@Test
	void nothingIsStoredOrSentByDefault() {
		start();
		receive(LINA, "STOP", 1, MAY);
		optOuts().enter(address(LINA), true);
		this.room.settle();

		assertThat(this.api.items).isEmpty();
		assertThat(rows()).isEmpty();
	}

	private void start(String... settings) {
		FakeApi.current = this.api;
		this.room = TestRoom.with(List.of(Wiring.class), new FakeConversations(), new FakeCrm(),
				Stream.concat(Stream.of(settings), Stream.of("frontline.senders.sms=" + US,
						"frontline.senders.whatsapp=whatsapp:+15005550007", "frontline.senders.countries.44.sms=" + UK))
					.toArray(String[]::new));
	}

	private void receive(String address, String body, int message, Instant at) {
		String channel = address.startsWith("+") ? "sms" : address.substring(0, address.indexOf(':'));
		this.room.bean(InboundMessages.class)
			.received(new InboundMessage(sid(CONVERSATION), PARTICIPANT, "IM" + ("" + message).repeat(32),
					address(address), channel, body, at));
	}

	private OptOuts optOuts() {
		return this.room.bean(OptOuts.class);
	}

	private JdbcClient store() {
		return this.room.bean(JdbcClient.class);
	}

	private List<String> rows() {
		return store().sql("select event_key || ' ' || person || ' ' || number from consent_push")
			.query(String.class)
			.list();
	}

	private static Address address(String text) {
		return InboundAddresses.read(text).get(0);
	}

	/** Accepts every item, unless a test says otherwise. */
	static final class FakeApi implements ConsentApi {

		static volatile FakeApi current;

		final List<ConsentItem> items = new CopyOnWriteArrayList<>();

		volatile List<Rejection> rejections = List.of();

		@Override
		public List<Rejection> push(List<ConsentItem> pushed) {
			this.items.addAll(pushed);
			return this.rejections;
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@Import({ OptOutConfiguration.class, OptOuts.class, OptOutLog.class, OptOutListener.class, ConsentChanges.class,
			SenderHashes.class, OptOutsEndpoint.class, OptOutPruning.class, OptOutCleanupJob.class,
			ConsentRefusals.class })
	@ComponentScan(basePackages = "io.frontlineservice.consent.push")
	@EnableConfigurationProperties(ConsentSettings.class)
	static class Wiring {

		@Bean
		ConsentApi consentApi() {
			return FakeApi.current;
		}

	}

}
