package io.frontlineservice.delivery;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.at;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.customer.TestCustomers.sms;
import static io.frontlineservice.customer.TestCustomers.whatsApp;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.conversation.participant.KnownParticipants;
import io.frontlineservice.conversation.participant.PersonKeys;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the details of a customer say about messages that were not delivered. */
class DeliveryNoticeTests extends DeliveryFixture {

	private static final CrmCustomer BY_ID = customer(CUSTOMER, "Lina Berg");

	private static final CrmCustomer BY_NUMBER = at(customer("7", "Lina Berg"), sms("+14155550101"));

	private final Instant now = Instant.now();

	private final String day = DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH)
		.withZone(ZoneOffset.UTC)
		.format(this.now);

	private String conversation;

	@BeforeEach
	void open() {
		room();
		this.conversation = conversation();
		identify(this.conversation);
	}

	@Test
	void failureIsToldInWordsByIdAndByNumber() {
		receive(this.conversation, "IM1", DeliveryStatus.FAILED, 63016, this.now);
		String expected = "Last WhatsApp message not delivered on " + this.day + ": the 24-hour window was closed.";
		assertThat(notice(BY_ID)).hasValue(expected);
		assertThat(notice(BY_NUMBER)).hasValue(expected);
		assertThat(notice(at(customer("8", "Max Frey"), sms("+14155550102")))).isEmpty();
	}

	/** Many carriers do not report the delivery, so that {@code sent} is final. */
	@ParameterizedTest
	@EnumSource(names = { "SENT", "DELIVERED", "READ" })
	void failureIsToldUntilALaterMessageIsSent(DeliveryStatus later) {
		receive(this.conversation, "IM1", DeliveryStatus.FAILED, 63024, this.now.minusSeconds(60));
		receive(this.conversation, "IM0", DeliveryStatus.READ, 0, this.now.minusSeconds(70));
		assertThat(notice(BY_ID)).isPresent();
		receive(this.conversation, "IM2", later, 0, this.now.minusSeconds(50));
		assertThat(notice(BY_ID)).isEmpty();
		receive(this.conversation, "IM3", DeliveryStatus.UNDELIVERED, 63049, this.now.minusSeconds(40));
		receive(this.conversation, "IM3", DeliveryStatus.SENT, 0, this.now.minusSeconds(40));
		assertThat(notice(BY_ID)).isPresent();
	}

	@Test
	void failureOfAnEarlierMessageThatIsReportedLaterIsNotTold() {
		receive(this.conversation, "IM2", DeliveryStatus.SENT, 0, this.now.minusSeconds(50));
		receive(this.conversation, "IM1", DeliveryStatus.UNDELIVERED, 63024, this.now.minusSeconds(60));
		assertThat(notice(BY_ID)).isEmpty();
	}

	@Test
	void eachChannelHasItsOwnSentence() {
		String texts = this.twilio.inbound("+14155550101", "+15005550006");
		bean(KnownParticipants.class).identify(sid(texts), this.twilio.participantSid(texts, "+14155550101"),
				PersonKeys.of(whatsApp("+14155550101"), null), "sms", null);
		receive(this.conversation, "IM1", DeliveryStatus.FAILED, 63024, this.now);
		bean(DeliveryReceipts.class).received(new DeliveryReceipt(sid(texts), "IM2",
				this.twilio.participantSid(texts, "+14155550101"), DeliveryStatus.UNDELIVERED, 30003, this.now));
		assertThat(notice(BY_NUMBER)).hasValue("Last text message not delivered on " + this.day
				+ ": the customer's phone was off or out of reach.\n" + "Last WhatsApp message not delivered on "
				+ this.day + ": the customer's number is not on WhatsApp.");
	}

	@Test
	void repairIsTold() {
		offer();
		String failed = this.twilio.message(this.conversation, ADA, TEXT, "{}");
		receive(this.conversation, failed, DeliveryStatus.FAILED, 63016, this.now);
		settle();
		assertThat(notice(BY_ID)).hasValue("Last WhatsApp message not delivered on " + this.day
				+ ": the 24-hour window was closed. It was sent again as an approved template.");
	}

	private Optional<String> notice(CrmCustomer customer) {
		return bean(DeliveryNotice.class).about(customer, Deadline.in(Duration.ofSeconds(4)));
	}

}
