package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmBusyException;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * When the CRM last answered, and how a call last failed. Noted by {@link RemoteCalls},
 * read by {@link CrmEndpoint}. Thread-safe.
 */
final class CallHistory {

	private final LongSupplier nanoTime;

	private volatile @Nullable Long lastAnswer;

	private volatile @Nullable CrmFailure lastFailure;

	CallHistory(LongSupplier nanoTime) {
		this.nanoTime = nanoTime;
	}

	/** Notes the end of a call, unless the CRM was not asked. */
	void ended(CrmOutcome outcome, @Nullable Throwable cause) {
		if (cause instanceof CrmBusyException busy && !busy.wasCalled()) {
			return;
		}
		long now = this.nanoTime.getAsLong();
		switch (outcome) {
			case OK -> this.lastAnswer = now;
			case FAILED, LATE, LIMITED, NO_ACCESS -> this.lastFailure = CrmFailure.of(outcome, cause, now);
			case TOO_MANY, REFUSED, STOPPING -> {
			}
		}
	}

	/** Returns the time of the last answer, in nanoseconds; null before the first one. */
	@Nullable Long lastAnswer() {
		return this.lastAnswer;
	}

	@Nullable CrmFailure lastFailure() {
		return this.lastFailure;
	}

	long secondsSince(long time) {
		return TimeUnit.NANOSECONDS.toSeconds(this.nanoTime.getAsLong() - time);
	}

}
