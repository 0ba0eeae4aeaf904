package io.frontlineservice.delivery;

import io.frontlineservice.work.Commits;
import io.frontlineservice.work.WorkQueue;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/**
 * Stores delivery receipts and requests the repair of templates that failed. Called by
 * the conversations callback. When the method returns, the receipt and the request are on
 * the disk. Thread-safe.
 */
@Service
@EnableConfigurationProperties(DeliverySettings.class)
public class DeliveryReceipts {

	private final Deliveries deliveries;

	private final List<FailureListener> listeners;

	private final DeliverySettings settings;

	private final WorkQueue queue;

	private final Commits commits;

	private final MeterRegistry meters;

	private final Clock clock;

	DeliveryReceipts(Deliveries deliveries, List<FailureListener> listeners, DeliverySettings settings, WorkQueue queue,
			Commits commits, MeterRegistry meters, Clock clock) {
		this.deliveries = deliveries;
		this.listeners = List.copyOf(listeners);
		this.clock = clock;
		this.settings = settings;
		this.queue = queue;
		this.commits = commits;
		this.meters = meters;
	}

	/**
	 * Stores a receipt. Receipts may arrive repeatedly and in any order.
	 * @throws org.springframework.dao.DataAccessException if it cannot be stored; the
	 * callback must not answer 200 then
	 * @throws org.springframework.transaction.TransactionException if the store cannot be
	 * reached; the callback must not answer 200 then
	 */
	public void received(DeliveryReceipt receipt) {
		AtomicBoolean failed = new AtomicBoolean();
		this.commits.commit(() -> failed.set(store(receipt)));
		if (failed.get()) {
			Counter.builder("frontline.deliveries.failed")
				.description("Messages that were not delivered")
				.tag("reason", FailureReason.of(receipt.errorCode()).tag())
				.register(this.meters)
				.increment();
		}
	}

	/** Returns whether the message has failed, which was not known before. */
	private boolean store(DeliveryReceipt receipt) {
		if (!this.deliveries.add(receipt) || !receipt.status().isFailure()) {
			return false;
		}
		if (FailureReason.of(receipt.errorCode()) == FailureReason.WINDOW_CLOSED && this.settings.repairs()) {
			this.queue.request(RepairMessageJob.NAME, receipt.messageSid());
		}
		Instant at = receipt.sentAt(this.clock.instant());
		this.listeners.forEach((listener) -> listener.failed(receipt, at));
		return true;
	}

}
