package io.frontlineservice.delivery;

import io.frontlineservice.conversation.gateway.ConversationSid;
import io.frontlineservice.delivery.Deliveries.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.stereotype.Component;

/**
 * {@code /actuator/deliveries} on the management port: how many messages were not
 * delivered within the retention, by reason, and the latest of them. It contains SIDs,
 * but no addresses and no texts. Called by operators.
 */
@Component
@Endpoint(id = "deliveries")
final class DeliveriesEndpoint {

	private static final int LATEST = 100;

	private final Deliveries deliveries;

	DeliveriesEndpoint(Deliveries deliveries) {
		this.deliveries = deliveries;
	}

	@ReadOperation
	DeliveriesDescriptor failures() {
		Map<String, Long> counts = new TreeMap<>();
		this.deliveries.failuresByCode()
			.forEach((code) -> counts.merge(FailureReason.of(code.code()).tag(), code.count(), Long::sum));
		return new DeliveriesDescriptor(counts,
				this.deliveries.latestFailures(LATEST).stream().map(FailureDescriptor::of).toList());
	}

	record DeliveriesDescriptor(Map<String, Long> failedByReason, List<FailureDescriptor> latestFailures) {
	}

	record FailureDescriptor(Instant sentAt, String reason, int errorCode, ConversationSid conversationSid,
			String messageSid, String participantSid) {

		static FailureDescriptor of(Delivery failure) {
			return new FailureDescriptor(failure.createdAt(), FailureReason.of(failure.errorCode()).tag(),
					failure.errorCode(), failure.conversationSid(), failure.messageSid(), failure.participantSid());
		}

	}

}
