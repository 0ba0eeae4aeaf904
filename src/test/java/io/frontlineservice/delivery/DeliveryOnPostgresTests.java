package io.frontlineservice.delivery;

import static io.frontlineservice.conversation.TestSids.sid;
import static io.frontlineservice.customer.TestCustomers.ADA;
import static io.frontlineservice.customer.TestCustomers.customer;
import static io.frontlineservice.worker.TestWorkers.identity;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.conversation.outgoing.OutgoingMessage;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The statements of this package on PostgreSQL. */
class DeliveryOnPostgresTests extends DeliveryFixture {

	@Test
	void receiptsRepairsAndNoticesWorkOnPostgres() {
		room("frontline.store.url=" + TestPostgres.newDatabase(), "frontline.delivery.template-bridge=before");
		offer();
		String sid = conversation();
		identify(sid);
		OutgoingMessage message = new OutgoingMessage(sid(sid), identity(ADA), TEXT);
		assertThat(bean(ContentInsteadRule.class).refusal(message)).isPresent();
		bean(ContentInsteadRule.class).rejected(message);
		settle();
		assertThat(this.twilio.contents()).hasSize(1);
		store().sql("update content_message set requested_at = requested_at - 660000").update();
		String failed = this.twilio.message(sid, ADA, TEXT, "{}");
		for (int i = 0; i < 2; i++) {
			receive(sid, failed, DeliveryStatus.FAILED, 63016);
			receive(sid, failed, DeliveryStatus.SENT, 0);
		}
		settle();
		assertThat(bean(DeliveryNotice.class).about(customer(CUSTOMER, "Lina"), Deadline.in(Duration.ofSeconds(4)))
			.orElseThrow()).endsWith("It was sent again as an approved template.");
		assertThat(bean(DeliveriesEndpoint.class).failures().failedByReason()).containsEntry("window_closed", 1L);
		assertThat(this.twilio.contents()).hasSize(2);
		bean(OfferedMessages.class).removeBefore(Instant.EPOCH);
		bean(ContentRequests.class).removeBefore(Instant.now().plusSeconds(60));
		bean(Deliveries.class).removeBefore(Instant.now().plusSeconds(60));
		for (String table : List.of("delivery", "content_message")) {
			assertThat(store().sql("select count(*) from " + table).query(Integer.class).single()).isZero();
		}
	}

}
