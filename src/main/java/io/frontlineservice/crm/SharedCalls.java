package io.frontlineservice.crm;

import io.frontlineservice.customer.CrmAccessException;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Makes one call for all callbacks that ask the same at the same time. The first one
 * makes it, the others wait for its result, each until its own deadline. Background calls
 * are apart, because they give up earlier. Called by {@link CachedCalls}. Thread-safe.
 */
final class SharedCalls {

	/** With less time than this, it is too late to make the call after all. */
	private static final Duration MIN_BUDGET = Duration.ofMillis(500);

	private final Map<Key, SharedCall> running = new ConcurrentHashMap<>();

	private final CrmBreaker breaker;

	private final Consumer<CrmQuestion> onShared;

	/**
	 * Creates a place for calls.
	 * @param onShared called for each callback that gets the result of another one
	 */
	SharedCalls(CrmBreaker breaker, Consumer<CrmQuestion> onShared) {
		this.breaker = breaker;
		this.onShared = onShared;
	}

	/**
	 * Returns the result of an equal call that runs already, or makes the call. It makes
	 * it also if the other call was late because it had an earlier deadline.
	 * @throws CrmUnavailableException if there is no result by the deadline
	 */
	CrmPage call(CrmQuestion question, Deadline deadline, Supplier<CrmPage> call) {
		Key key = new Key(question, deadline.isBackground());
		SharedCall own = new SharedCall(deadline, deadline.ownWaits(), new CompletableFuture<>());
		while (true) {
			SharedCall other = this.running.putIfAbsent(key, own);
			if (other == null) {
				return make(key, own.result, call);
			}
			try {
				CrmPage page = await(other, deadline);
				this.onShared.accept(question);
				return page;
			}
			catch (CrmUnavailableException ex) {
				if (!other.deadline.hasPassed() || deadline.remaining().compareTo(MIN_BUDGET) < 0) {
					throw ex;
				}
			}
		}
	}

	/** Removes the call before its result is there, so that a waiter can call again. */
	private CrmPage make(Key key, CompletableFuture<CrmPage> result, Supplier<CrmPage> call) {
		try {
			CrmPage page = call.get();
			this.running.remove(key);
			result.complete(page);
			return page;
		}
		catch (RuntimeException | Error ex) {
			this.running.remove(key);
			result.completeExceptionally(ex);
			throw ex;
		}
	}

	private CrmPage await(SharedCall call, Deadline deadline) {
		Duration available = deadline.remaining();
		try {
			return call.result.get(available.toNanos(), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException ex) {
			this.breaker.waitedInVain(available.minus(call.ownWaits()));
			throw new CrmUnavailableException("The CRM did not answer in time", null);
		}
		catch (ExecutionException ex) {
			if (!(ex.getCause() instanceof CrmBusyException || ex.getCause() instanceof CrmAccessException)) {
				this.breaker.waitedInVain(available.minus(deadline.remaining()).minus(call.ownWaits()));
			}
			throw (ex.getCause() instanceof CrmUnavailableException unavailable) ? unavailable
					: new CrmUnavailableException("The call of the CRM failed", ex.getCause());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The service is stopping", null);
		}
	}

	private record Key(CrmQuestion question, boolean isBackground) {
	}

	/**
	 * A call that runs.
	 *
	 * @param deadline its deadline
	 * @param waitsBefore the own waits before that deadline until the call began
	 * @param result its result
	 */
	private record SharedCall(Deadline deadline, Duration waitsBefore, CompletableFuture<CrmPage> result) {

		/**
		 * Returns how long it waits for a limit of its own, in which the CRM is not
		 * called.
		 */
		private Duration ownWaits() {
			return this.deadline.ownWaits().minus(this.waitsBefore);
		}

	}

}
