package io.frontlineservice.crm;

import io.frontlineservice.crm.CrmQuestion.ById;
import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;

/**
 * Answers from memory where possible, and calls the CRM otherwise. If the call fails, the
 * answer is the last one of the CRM, marked as old. Failures are never kept. Called by
 * {@link CrmGuard}. Thread-safe.
 * <p>
 * Old answers show no more than the CRM's newest answers did. A list of names may be old
 * whenever the call fails. A single customer may be old only during an outage: while the
 * CRM answers other calls, no owner who was read more than {@code fresh-for} ago decides
 * who sees the details. Background calls get no old answers, because their effects, such
 * as who takes a conversation, outlast the outage.
 */
final class CachedCalls {

	/** Of the time for a call, the eighth that is left for using an old answer. */
	private static final int PARTS = 8;

	private final AnswerCache cache;

	private final CacheMeters meters;

	private final SharedCalls shared;

	private final CrmBreaker breaker;

	private final LongSupplier nanoTime;

	private final Duration freshFor;

	private volatile long lastAnswer;

	CachedCalls(CrmCacheSettings settings, CrmBreaker breaker, LongSupplier nanoTime, MeterRegistry meters) {
		this.cache = new AnswerCache(settings, nanoTime);
		this.meters = new CacheMeters(meters, this.cache);
		this.shared = new SharedCalls(breaker, (question) -> this.meters.count(question, CacheResult.SHARED));
		this.breaker = breaker;
		this.nanoTime = nanoTime;
		this.freshFor = settings.freshFor();
		this.lastAnswer = nanoTime.getAsLong();
	}

	/**
	 * Returns the answer to a question.
	 * @param call asks the CRM, by the deadline that it is given
	 * @throws CrmUnavailableException if the CRM does not answer, and there is no old
	 * answer to use
	 */
	CrmPage call(CrmQuestion question, Deadline deadline, Function<Deadline, CrmPage> call) {
		Optional<CrmPage> fresh = fresh(question);
		if (fresh.isPresent()) {
			return fresh.get();
		}
		Deadline end = this.cache.stale(question).isPresent() ? withoutReserve(deadline) : deadline;
		try {
			return this.shared.call(question, end, () -> fresh(question).orElseGet(() -> ask(question, end, call)));
		}
		catch (CrmAccessException ex) {
			// The CRM answers: this worker may see nothing any more, in an outage either.
			this.cache.forget(question.asker());
			throw ex;
		}
		catch (CrmUnavailableException ex) {
			CrmPage old = old(question, deadline).orElseThrow(() -> ex);
			this.meters.count(question, CacheResult.STALE);
			return old;
		}
	}

	private Optional<CrmPage> fresh(CrmQuestion question) {
		Optional<CrmPage> fresh = this.cache.fresh(question);
		fresh.ifPresent((page) -> this.meters.count(question, CacheResult.HIT));
		return fresh;
	}

	private CrmPage ask(CrmQuestion question, Deadline deadline, Function<Deadline, CrmPage> call) {
		long askedAt = this.nanoTime.getAsLong();
		CrmPage page = call.apply(deadline);
		this.lastAnswer = this.nanoTime.getAsLong();
		this.cache.put(question, new CachedAnswer(page, askedAt));
		this.meters.count(question, CacheResult.MISS);
		return page;
	}

	private Optional<CrmPage> old(CrmQuestion question, Deadline deadline) {
		boolean isAllowed = !deadline.isBackground() && (!(question instanceof ById) || isOutage());
		return isAllowed ? this.cache.stale(question) : Optional.empty();
	}

	/** Whether the CRM answers no calls at all, as far as is known. */
	private boolean isOutage() {
		return this.breaker.isOpen() || this.nanoTime.getAsLong() - this.lastAnswer >= this.freshFor.toNanos();
	}

	private static Deadline withoutReserve(Deadline deadline) {
		return deadline.within(deadline.remaining().dividedBy(PARTS).multipliedBy(PARTS - 1));
	}

}
