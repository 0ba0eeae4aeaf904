package io.frontlineservice.delivery;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.worker.TestWorkers.identity;

import io.frontlineservice.address.InboundAddresses;
import io.frontlineservice.conversation.FakeConversations;
import io.frontlineservice.conversation.TestRoom;
import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.conversation.outgoing.OutgoingMessageRule;
import io.frontlineservice.customer.FakeCrm;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.template.ContentSid;
import io.frontlineservice.template.OfferedTemplate;
import io.frontlineservice.template.OfferedTemplate.Variable;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A room with a fake Twilio, in which a worker was offered a template for Lina, who is on
 * WhatsApp.
 */
abstract class DeliveryFixture {

	static final String LINA = "whatsapp:+14155550101";

	static final String OURS = "whatsapp:+15005550006";

	static final String CUSTOMER = "42";

	static final String TEXT = "Hello Lina, your order is ready.";

	static final String CONTENT = "HX" + "a".repeat(32);

	static final String VALUES = "{\"1\":\"Lina\",\"2\":\"order\"}";

	private static final OfferedTemplate TEMPLATE = new OfferedTemplate(TEXT, new ContentSid(CONTENT),
			List.of(new Variable("1", 6, 10), new Variable("2", 17, 22)));

	final FakeConversations twilio = new FakeConversations();

	/** What another rule about workers' messages says. */
	volatile boolean rejected;

	final List<DeliveryReceipt> learned = new CopyOnWriteArrayList<>();

	private TestRoom room;

	/** Starts the room. */
	TestRoom room(String... settings) {
		OtherPackages.fixture = this;
		this.room = TestRoom.with(List.of(Wiring.class, OtherPackages.class), this.twilio, new FakeCrm(), settings);
		return this.room;
	}

	@AfterEach
	void close() {
		this.room.close();
	}

	<T> T bean(Class<T> type) {
		return this.room.bean(type);
	}

	void settle() {
		this.room.settle();
	}

	/** Creates Lina's conversation on WhatsApp. */
	String conversation() {
		String sid = this.twilio.conversation();
		this.twilio.join(sid, ADA, "{}", null, null, null);
		this.twilio.join(sid, null, "{\"customer_id\":\"" + CUSTOMER + "\"}", LINA, OURS, null);
		return sid;
	}

	/** Stores who Lina's participant is, as a settlement does. */
	void identify(String sid) {
		identify(sid, null);
	}

	/** Stores who Lina's participant is, and which address of ours she writes to. */
	void identify(String sid, @Nullable String ours) {
		bean(KnownParticipants.class).identify(sid(sid), this.twilio.participantSid(sid, LINA),
				PersonKeys.of(TestCustomers.whatsApp("+14155550101"), id(CUSTOMER)), "whatsapp",
				(ours != null) ? InboundAddresses.read(ours).get(0) : null);
	}

	/** Offers the template to Ada for Lina. */
	void offer() {
		bean(RememberedTemplates.class).remember(identity(ADA), id(CUSTOMER), List.of(TEMPLATE),
				Deadline.in(Duration.ofSeconds(4)));
	}

	void receive(String sid, String messageSid, DeliveryStatus status, int code) {
		receive(sid, messageSid, status, code, Instant.now());
	}

	void receive(String sid, String messageSid, DeliveryStatus status, int code, Instant at) {
		bean(DeliveryReceipts.class).received(
				new DeliveryReceipt(sid(sid), messageSid, this.twilio.participantSid(sid, LINA), status, code, at));
	}

	JdbcClient store() {
		return bean(JdbcClient.class);
	}

	double count(String counter, String tag, String value) {
		Counter found = bean(MeterRegistry.class).find(counter).tag(tag, value).counter();
		return (found != null) ? found.count() : 0;
	}

	/** The ports that packages above and below implement. */
	@TestConfiguration(proxyBeanMethods = false)
	static class OtherPackages {

		private static volatile DeliveryFixture fixture;

		@Bean
		OutgoingMessageRule otherRule() {
			DeliveryFixture test = fixture;
			return (message) -> test.rejected ? Optional.of("No.") : Optional.empty();
		}

		@Bean
		FailureListener learning() {
			DeliveryFixture test = fixture;
			return (receipt, at) -> test.learned.add(receipt);
		}

	}

	@TestConfiguration(proxyBeanMethods = false)
	@ComponentScan(basePackages = "io.frontlineservice.delivery",
			excludeFilters = @Filter(type = FilterType.REGEX, pattern = ".*(Tests|Fixture|LearnedOptOuts).*"))
	@ConfigurationPropertiesScan("io.frontlineservice.delivery")
	static class Wiring {

	}

}
