package io.frontlineservice.consent.optout;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.customer;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.address.Address;
import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.consent.optout.OptOutLog.Position;
import io.frontlineservice.consent.optout.OptOutLog.StoredEvent;
import io.frontlineservice.consent.optout.PushToTwilioTests.FakeApi;
import io.frontlineservice.consent.push.ConsentApi.Rejection;
import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.RetainedData;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.participant.InboundMessage;
import io.frontlineservice.conversation.participant.InboundMessages;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonHashes;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.conversation.participant.StoredParticipants;
import io.frontlineservice.customer.FakeCrm;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of opt-outs in PostgreSQL; other tests use SQLite. */
class OptOutStoreTests {

	private static final String LINA = "+14155550101";

	private static final String US = "+15005550006";

	private static final String UK = "+447700900199";

	private static final String PARTICIPANT = "MB" + "1".repeat(32);

	private static final Instant MAY = Instant.parse("2026-05-06T07:08:09Z");

	private final String database = TestPostgres.newDatabase();

	private final FakeApi api = new FakeApi();

	private TestRoom room;

	@AfterEach
	void close() {
		this.room.close();
	}

	@Test
	void optOutsArePushedExportedAndCleanedUp() {
		start("frontline.consent.push-to-twilio=true", "frontline.consent.required=true",
				"frontline.consent.attribute=consent");
		write(LINA, "STOP", 1);
		write(LINA, "STOP", 1);
		write("+14155550102", "YES", 2);
		this.room.settle();
		assertThat(this.api.items).hasSize(2);
		assertThat(count("consent_push")).isZero();

		this.api.rejections = List.of(new Rejection(30646, "INVALID_SENDER_ID"));
		bean(OptOuts.class).enter(address(LINA), false);
		this.room.settle();
		assertThat(count("consent_push")).isEqualTo(1);
		store().sql("update consent_push set requested_at = 0").update();
		bean(Retained.class).all().forEach((data) -> data.removeBefore(Instant.EPOCH));
		assertThat(count("consent_push")).isZero();

		assertThat(bean(OptOutsEndpoint.class).export(null).events()).hasSize(3);
		List<StoredEvent> first = bean(OptOutLog.class).page(Position.START, 2);
		assertThat(bean(OptOutLog.class).page(first.get(1).position(), 2)).hasSize(1)
			.doesNotContainAnyElementsOf(first);

		bean(ConsentRefusals.class).identified(sid("CH1"), PARTICIPANT, address(LINA), customer("1", "Lina"));
		bean(ConsentRefusals.class).identified(sid("CH1"), PARTICIPANT, address(LINA), customer("1", "Lina"));
		assertThat(bean(ConsentRefusals.class).of(sid("CH1"))).contains(ConsentRefusal.NO_CONSENT);
		store().sql("delete from known_participant").update();
		addMany();
		store().sql("update opt_out_event set stored_at = 0").update();
		bean(OptOutCleanupJob.class).run();
		assertThat(bean(ConsentRefusals.class).of(sid("CH1"))).isEmpty();
		assertThat(bean(OptOutLog.class).of(List.of("many"))).hasSize(25);
		assertThat(count("opt_out_event")).as("without the answer YES").isEqualTo(2 + 25);
	}

	/** After the auth token was lost, and configured again. */
	@Test
	void optOutOfOneSenderHoldsUnderEarlierHashes() {
		String scope = "frontline.consent.opt-out-scope=sender";
		start(scope);
		write(LINA, "STOP", 1);
		bean(KnownParticipants.class).identify(sid("CH1"), PARTICIPANT, PersonKeys.of(address(LINA), null), "sms",
				address(UK));
		bean(OptOutListener.class).identified(sid("CH1"), PARTICIPANT, address(LINA), null);
		assertThat(from(UK)).isPresent();
		assertThat(from(US)).isEmpty();
		StoredParticipants.useWithAnotherToken(store(), Clock.systemUTC());
		this.room.close();

		start(scope);
		assertThat(from(UK)).isPresent();
		assertThat(from(US)).isEmpty();
		assertThat(bean(OptOuts.class).in(sid("CH1"))).isPresent();
		// A settlement stores the present hashes.
		bean(KnownParticipants.class).identify(sid("CH1"), PARTICIPANT, PersonKeys.of(address(LINA), null), "sms",
				address(UK));
		bean(OptOutListener.class).identified(sid("CH1"), PARTICIPANT, address(LINA), null);
		assertThat(bean(OptOuts.class).in(sid("CH1"))).isPresent();
	}

	private Optional<OptOutEvent> from(String sender) {
		List<String> person = bean(PersonHashes.class).accepted(List.of(PersonKeys.of(address(LINA), null)));
		return bean(OptOuts.class).of(person, address(sender));
	}

	private void addMany() {
		for (int i = 0; i < 40; i++) {
			bean(OptOutLog.class).add(new OptOutEvent("MB2", "many", null, null, "sms", i % 2 == 0,
					OptOutSource.KEYWORD, "STOP", "IM" + i, MAY.plusSeconds(i)));
		}
	}

	private void write(String from, String body, int message) {
		bean(InboundMessages.class).received(new InboundMessage(sid("CH1"), PARTICIPANT,
				"IM" + ("" + message).repeat(32), address(from), "sms", body, MAY));
	}

	private void start(String... settings) {
		FakeApi.current = this.api;
		this.room = TestRoom.with(List.of(PushToTwilioTests.Wiring.class, Retention.class), new FakeConversations(),
				new FakeCrm(),
				Stream
					.concat(Stream.of(settings), Stream.of("frontline.store.url=" + this.database,
							"frontline.senders.sms=" + US, "frontline.senders.countries.44.sms=" + UK))
					.toArray(String[]::new));
	}

	private <T> T bean(Class<T> type) {
		return this.room.bean(type);
	}

	private JdbcClient store() {
		return bean(JdbcClient.class);
	}

	private int count(String table) {
		return store().sql("select count(*) from " + table).query(Integer.class).single();
	}

	private static Address address(String text) {
		return InboundAddresses.read(text).get(0);
	}

	/** All that is removed after some time. */
	record Retained(List<RetainedData> all) {
	}

	@TestConfiguration(proxyBeanMethods = false)
	static class Retention {

		@Bean
		Retained retained(List<RetainedData> all) {
			return new Retained(all);
		}

	}

}
