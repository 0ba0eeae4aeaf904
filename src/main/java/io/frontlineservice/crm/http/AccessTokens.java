package io.frontlineservice.crm.http;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.util.backoff.BackOffExecution;
import org.springframework.util.backoff.ExponentialBackOff;

/**
 * Keeps an access token, and fetches another when the CRM does not accept it or it is
 * about to end: once for all requests that wait for it. After a failure the next one is
 * not fetched for a moment, and requests fail at once. Used by {@link CrmApi} as its
 * {@link Authorization}. Thread-safe.
 */
public final class AccessTokens implements Authorization {

	/** The shortest time between two fetches, in milliseconds. */
	private static final long PAUSE = 1_000;

	private static final long LONGEST_PAUSE = 30_000;

	private static final Duration TIME_OF_FETCH = Duration.ofSeconds(10);

	private final TokenSource source;

	private final LongSupplier nanoTime;

	private final MeterRegistry meters;

	private @Nullable HeldToken token;

	/** The fetch that runs, or the last one. */
	private CompletableFuture<HeldToken> fetch = CompletableFuture.failedFuture(refused());

	private long nextFetch;

	/** The pauses after failures. */
	private BackOffExecution pauses = pauses();

	public AccessTokens(TokenSource source, MeterRegistry meters) {
		this(source, System::nanoTime, meters);
	}

	AccessTokens(TokenSource source, LongSupplier nanoTime, MeterRegistry meters) {
		this.source = source;
		this.nanoTime = nanoTime;
		this.meters = meters;
		this.nextFetch = nanoTime.getAsLong();
	}

	@Override
	public String header(Deadline deadline) {
		CompletableFuture<HeldToken> pending;
		synchronized (this) {
			long now = this.nanoTime.getAsLong();
			HeldToken current = this.token;
			if (current == null || current.isDue(now)) {
				fetchUnlessPaused(now);
			}
			if (current != null && !current.hasEnded(now)) {
				return current.header();
			}
			pending = this.fetch;
		}
		return await(pending, deadline).header();
	}

	@Override
	public boolean renew(String refusedHeader, Deadline deadline) {
		CompletableFuture<HeldToken> pending;
		synchronized (this) {
			if (this.token != null && !this.token.header().equals(refusedHeader)) {
				return true;
			}
			if (this.token != null && this.fetch.isDone()) {
				this.fetch = CompletableFuture.failedFuture(refused());
			}
			this.token = null;
			fetchUnlessPaused(this.nanoTime.getAsLong());
			pending = this.fetch;
		}
		try {
			await(pending, deadline);
			return true;
		}
		catch (CrmUnavailableException ex) {
			return false;
		}
	}

	/** Called with the lock. */
	private void fetchUnlessPaused(long now) {
		if (this.fetch.isDone() && now - this.nextFetch >= 0) {
			this.fetch = CompletableFuture.supplyAsync(() -> fetch(now), AccessTokens::run);
		}
	}

	/**
	 * On a thread of its own, because the deadline of one request is not that of others.
	 */
	private static void run(Runnable fetch) {
		Thread thread = new Thread(fetch, "crm-token");
		thread.setDaemon(true);
		thread.start();
	}

	private HeldToken fetch(long now) {
		HeldToken fetched = null;
		try {
			fetched = HeldToken.of(this.source.fetch(Deadline.in(TIME_OF_FETCH)), now);
			return fetched;
		}
		finally {
			ended(fetched);
		}
	}

	private synchronized void ended(@Nullable HeldToken fetched) {
		if (fetched != null) {
			this.token = fetched;
			this.pauses = pauses();
		}
		long pause = (fetched != null) ? PAUSE : this.pauses.nextBackOff();
		this.nextFetch = this.nanoTime.getAsLong() + TimeUnit.MILLISECONDS.toNanos(pause);
		this.meters.counter("frontline.crm.token.refreshes", "outcome", (fetched != null) ? "ok" : "failed")
			.increment();
	}

	private static BackOffExecution pauses() {
		ExponentialBackOff backOff = new ExponentialBackOff(PAUSE, 2);
		backOff.setMaxInterval(LONGEST_PAUSE);
		return backOff.start();
	}

	private static HeldToken await(CompletableFuture<HeldToken> pending, Deadline deadline) {
		try {
			return pending.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			throw new CrmErrorException(ErrorClass.UNAVAILABLE, "The CRM did not grant access in time");
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof CrmUnavailableException failure) {
				throw failure;
			}
			throw new CrmUnavailableException("The access token of the CRM could not be fetched", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The service is stopping", null);
		}
	}

	private static CrmErrorException refused() {
		return new CrmErrorException(ErrorClass.CREDENTIALS, "The CRM does not accept its own access token");
	}

}
