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

/**
 * Keeps an access token, and fetches another when the CRM does not accept it or it is
 * about to end: once for all requests that wait for it. After a failure the next one is
 * not fetched for a moment, and requests fail at once. Used by {@link CrmApi} as its
 * {@link Authorization}. Thread-safe.
 */
public final class AccessTokens implements Authorization {

	/** The time between two fetches, which doubles with each failure. */
	private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

	private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

	private static final Duration TIME_OF_FETCH = Duration.ofSeconds(10);

	private final TokenSource source;

	private final LongSupplier nanoTime;

	private final MeterRegistry meters;

	private @Nullable HeldToken token;

	/** The fetch that runs, or the last one. */
	private CompletableFuture<HeldToken> fetch = CompletableFuture.failedFuture(refused());

	private long nextFetch;

	private int failures;

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
			if (this.token != null) {
				this.token = null;
				this.fetch = CompletableFuture.failedFuture(refused());
			}
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
			CompletableFuture<HeldToken> started = new CompletableFuture<>();
			this.fetch = started;
			// A thread of its own, because the deadline of one request is not that of
			// others.
			Thread thread = new Thread(() -> fetch(started, now), "crm-token");
			thread.setDaemon(true);
			thread.start();
		}
	}

	private void fetch(CompletableFuture<HeldToken> result, long now) {
		try {
			HeldToken fetched = HeldToken.of(this.source.fetch(Deadline.in(TIME_OF_FETCH)), now);
			ended(fetched);
			result.complete(fetched);
		}
		catch (RuntimeException ex) {
			ended(null);
			result.completeExceptionally(ex);
		}
	}

	private synchronized void ended(@Nullable HeldToken fetched) {
		this.token = (fetched != null) ? fetched : this.token;
		this.failures = (fetched != null) ? 0 : this.failures + 1;
		long pause = SHORTEST_PAUSE.toNanos() << Math.min(10, Math.max(0, this.failures - 1));
		this.nextFetch = this.nanoTime.getAsLong() + Math.min(pause, LONGEST_PAUSE.toNanos());
		this.meters.counter("frontline.crm.token.refreshes", "outcome", (fetched != null) ? "ok" : "failed")
			.increment();
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
