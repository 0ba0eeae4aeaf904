package io.frontlineservice.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Receipts that arrive repeatedly and in any order. */
class DeliveryReceiptsTests extends DeliveryFixture {

	private String conversation;

	@BeforeEach
	void open() {
		room();
		this.conversation = conversation();
	}

	@Test
	void highestStatusCountsInAnyOrderAndAFailureIsFinal() {
		for (List<DeliveryStatus> order : permutations(
				List.of(DeliveryStatus.SENT, DeliveryStatus.DELIVERED, DeliveryStatus.READ))) {
			assertThat(statusAfter(order)).as(order.toString()).isEqualTo("read");
		}
		for (List<DeliveryStatus> order : permutations(
				List.of(DeliveryStatus.SENT, DeliveryStatus.UNDELIVERED, DeliveryStatus.SENT, DeliveryStatus.READ))) {
			assertThat(statusAfter(order)).as(order.toString()).isEqualTo("undelivered");
		}
		assertThat(statusAfter(List.of(DeliveryStatus.FAILED, DeliveryStatus.UNDELIVERED))).isEqualTo("failed");
	}

	@Test
	void failureIsCountedOnceByReason() {
		String message = this.twilio.message(this.conversation, "ada@example.com", "Hello", "{}");
		for (int i = 0; i < 3; i++) {
			receive(this.conversation, message, DeliveryStatus.SENT, 0);
			receive(this.conversation, message, DeliveryStatus.FAILED, 63024);
			receive(this.conversation, message, DeliveryStatus.UNDELIVERED, 30003);
		}
		assertThat(count("frontline.deliveries.failed", "reason", "no_whatsapp")).isEqualTo(1);
		assertThat(count("frontline.deliveries.failed", "reason", "unreachable")).isZero();
		assertThat(this.learned).singleElement()
			.satisfies((receipt) -> assertThat(receipt.errorCode()).isEqualTo(63024));
	}

	@Test
	void codeThatComesLaterIsAdded() {
		String message = this.twilio.message(this.conversation, "ada@example.com", "Hello", "{}");
		receive(this.conversation, message, DeliveryStatus.FAILED, 0);
		receive(this.conversation, message, DeliveryStatus.FAILED, 30007);
		receive(this.conversation, message, DeliveryStatus.FAILED, 0);
		assertThat(store().sql("select error_code from delivery").query(Integer.class).single()).isEqualTo(30007);
	}

	@Test
	void receiptsAreRemovedAfterTheRetention() {
		receive(this.conversation, "IM" + "1".repeat(32), DeliveryStatus.READ, 0);
		bean(Deliveries.class).removeBefore(Instant.now().minusSeconds(60));
		assertThat(store().sql("select count(*) from delivery").query(Integer.class).single()).isEqualTo(1);
		bean(Deliveries.class).removeBefore(Instant.now().plusSeconds(60));
		assertThat(store().sql("select count(*) from delivery").query(Integer.class).single()).isZero();
	}

	private String statusAfter(List<DeliveryStatus> statuses) {
		store().sql("delete from delivery").update();
		statuses.forEach((status) -> receive(this.conversation, "IM" + "0".repeat(32), status, 0));
		return store().sql("select status from delivery").query(String.class).single();
	}

	private static List<List<DeliveryStatus>> permutations(List<DeliveryStatus> statuses) {
		if (statuses.isEmpty()) {
			return List.of(List.of());
		}
		List<List<DeliveryStatus>> all = new ArrayList<>();
		for (int i = 0; i < statuses.size(); i++) {
			List<DeliveryStatus> rest = new ArrayList<>(statuses);
			DeliveryStatus first = rest.remove(i);
			for (List<DeliveryStatus> order : permutations(rest)) {
				List<DeliveryStatus> whole = new ArrayList<>(List.of(first));
				whole.addAll(order);
				all.add(whole);
			}
		}
		return all;
	}

}
