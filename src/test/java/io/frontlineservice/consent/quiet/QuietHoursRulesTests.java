package io.frontlineservice.consent.quiet;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.address.Address;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.conversation.participant.StoredParticipants;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.StoreCalls;
import io.frontlineservice.work.TestStore;
import io.frontlineservice.worker.WorkerIdentity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Workers begin conversations outside quiet hours only, and reply at any time. */
class QuietHoursRulesTests {

	private static final CrmCustomer LINA = customer("1", "Lina");

	private static final Address NUMBER = sms("+12125550101");

	private static final String PARTICIPANT = "MB1";

	private static final Instant NIGHT = Instant.parse("2026-12-07T03:00:00Z");

	private static final Instant DAY = Instant.parse("2026-12-07T18:00:00Z");

	private static final HikariDataSource DATABASE = TestStore.migrated("jdbc:sqlite::memory:");

	private final JdbcClient store = JdbcClient.create(DATABASE);

	private final StoreCalls calls = TestStore.calls();

	private Instant now = NIGHT;

	private final Clock clock = ((InstantSource) () -> this.now).withZone(ZoneOffset.UTC);

	private final KnownParticipants participants = StoredParticipants.in(this.store, this.clock);

	private QuietHoursRule conversations;

	private QuietHoursMessageRule messages;

	private ParticipantPlaces places;

	@BeforeEach
	void enable() {
		use(true);
	}

	private void use(boolean enabled) {
		QuietHoursSettings settings = new QuietHoursSettings(enabled, Duration.ofHours(24), null, Map.of());
		SendingWindows windows = new SendingWindows(settings.windows());
		CustomerPlaceFinder finder = new CustomerPlaceFinder(windows, settings.stateAttribute());
		QuietHours quietHours = new QuietHours(windows);
		ReplyWindow replies = new ReplyWindow(this.participants, StoredParticipants.hashes(this.store, this.clock),
				settings, this.clock);
		this.places = new ParticipantPlaces(this.store, finder, settings);
		this.conversations = new QuietHoursRule(settings, finder, quietHours, replies, this.calls, this.clock);
		this.messages = new QuietHoursMessageRule(settings, this.participants, this.places, quietHours, replies,
				this.clock);
	}

	@AfterEach
	void clear() {
		this.store.sql("delete from known_participant").update();
		this.store.sql("delete from participant_place").update();
		this.calls.close();
	}

	@AfterAll
	static void close() {
		DATABASE.close();
	}

	@Test
	void conversationBeginsOutsideQuietHoursOnly() {
		assertThat(begin(NUMBER)).hasValue("It is 22:00 for this customer. Messages that begin a conversation can be "
				+ "sent from 8:00 on Monday (their time).");
		this.now = DAY;
		assertThat(begin(NUMBER)).isEmpty();
	}

	@Test
	void customerWhoWroteWithinADayMayBeAnsweredOnAnyChannelAtAnyTime() {
		wrote("CH9", NIGHT.minus(Duration.ofHours(24)).plusSeconds(1));
		assertThat(begin(NUMBER)).isEmpty();
		assertThat(begin(whatsApp("+12125550101"))).isEmpty();
		this.now = NIGHT.plusSeconds(1);
		assertThat(begin(NUMBER)).isPresent();
	}

	@Test
	void customerIsFoundByTheIdAsWell() {
		this.participants.identify(sid("CH9"), PARTICIPANT, PersonKeys.of(sms("+12125550102"), id("1")), "sms", null);
		this.participants.wrote(sid("CH9"), PARTICIPANT, sms("+12125550102"), "sms", NIGHT.minusSeconds(60));
		assertThat(begin(NUMBER)).isEmpty();
	}

	@Test
	void messageWithoutACustomersMessageIsRejectedInQuietHours() {
		identified("CH1");
		assertThat(send("CH1")).hasValueSatisfying((reason) -> assertThat(reason).startsWith("It is 22:00"));
		this.now = DAY;
		assertThat(send("CH1")).isEmpty();
	}

	@Test
	void replyIsSentAtAnyTime() {
		identified("CH1");
		wrote("CH1", NIGHT.minus(Duration.ofHours(23)));
		assertThat(send("CH1")).isEmpty();
		this.now = NIGHT.plus(Duration.ofHours(2));
		assertThat(send("CH1")).isPresent();
	}

	@Test
	void messageInAnotherConversationCountsAsWell() {
		identified("CH1");
		wrote("CH2", NIGHT.minus(Duration.ofHours(23)));
		assertThat(send("CH1")).isEmpty();
	}

	@Test
	void participantWhoIsNotKnownYetHasNoQuietHours() {
		assertThat(send("CH1")).isEmpty();
		this.participants.identify(sid("CH1"), PARTICIPANT, PersonKeys.of(NUMBER, null), "sms", null);
		assertThat(send("CH1")).isEmpty();
	}

	@Test
	void personOfAnUnknownPlaceHasNoQuietHours() {
		this.participants.identify(sid("CH1"), PARTICIPANT, new PersonKeys(null, null), "messenger", null);
		this.places.identified(sid("CH1"), PARTICIPANT, null, null);
		assertThat(send("CH1")).isEmpty();
	}

	@Test
	void placeIsStoredWithoutTheNumberAndUpdated() {
		identified("CH1");
		assertThat(this.store.sql("select * from participant_place").query().singleRow().values())
			.containsExactly(sid("CH1").value(), PARTICIPANT, "US-NY", "America/New_York");
		this.places.identified(sid("CH1"), PARTICIPANT, whatsApp("US.13491208655302"), null);
		assertThat(this.places.of(sid("CH1"))).containsOnlyKeys(PARTICIPANT);
		assertThat(this.places.of(sid("CH1")).get(PARTICIPANT).zones()).isEmpty();
	}

	@Test
	void placesGoWithTheirParticipants() {
		identified("CH1");
		RemoveParticipantPlacesJob job = new RemoveParticipantPlacesJob(this.places);
		job.run();
		assertThat(this.places.of(sid("CH1"))).isNotEmpty();
		this.participants.removeBefore(NIGHT.plusSeconds(1));
		job.run();
		assertThat(this.places.of(sid("CH1"))).isEmpty();
	}

	@Test
	void nothingIsRefusedOrStoredUnlessEnabled() {
		use(false);
		identified("CH1");
		assertThat(begin(NUMBER)).isEmpty();
		assertThat(send("CH1")).isEmpty();
		assertThat(this.places.of(sid("CH1"))).isEmpty();
	}

	private void identified(String conversation) {
		this.participants.identify(sid(conversation), PARTICIPANT, PersonKeys.of(NUMBER, LINA.id()), "sms", null);
		this.places.identified(sid(conversation), PARTICIPANT, NUMBER, LINA);
	}

	private void wrote(String conversation, Instant at) {
		this.participants.wrote(sid(conversation), PARTICIPANT, NUMBER, "sms", at);
	}

	private Optional<String> begin(Address to) {
		return this.conversations.refusalToBegin(LINA, to, null, Deadline.in(Duration.ofSeconds(30)));
	}

	private Optional<String> send(String conversation) {
		return this.messages
			.refusal(new OutgoingMessage(sid(conversation), WorkerIdentity.of("ada@example.com"), "Hello"));
	}

}
