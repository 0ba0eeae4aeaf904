package io.frontlineservice.crm.hubspot;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Holds the owners of the account, all at once: that is one call for 500 of them, where
 * asking for each would be one call for each worker. Reads them again after 10 minutes,
 * or after one minute if an owner is unknown. Called by {@link HubSpotCrm}. Thread-safe.
 */
final class OwnerDirectory {

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	/** An owner that is unknown is looked for only after this time. */
	private static final Duration LIFETIME_IF_UNKNOWN = Duration.ofMinutes(1);

	private final Function<Deadline, OwnerIndex> source;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable Loaded loaded;

	OwnerDirectory(Function<Deadline, OwnerIndex> source, LongSupplier nanoTime) {
		this.source = source;
		this.nanoTime = nanoTime;
	}

	/**
	 * Returns the owners.
	 * @param hasNeeded whether an index has the owners that the caller needs
	 * @throws CrmUnavailableException if they have to be read and HubSpot cannot answer
	 */
	OwnerIndex index(Predicate<OwnerIndex> hasNeeded, Deadline deadline) {
		Loaded known = this.loaded;
		if (known != null && isFresh(known, hasNeeded)) {
			return known.index;
		}
		lock(deadline);
		try {
			// Another call may have read them meanwhile.
			known = this.loaded;
			if (known == null || !isFresh(known, hasNeeded)) {
				known = new Loaded(this.source.apply(deadline), this.nanoTime.getAsLong());
				this.loaded = known;
			}
			return known.index;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isFresh(Loaded known, Predicate<OwnerIndex> hasNeeded) {
		long age = this.nanoTime.getAsLong() - known.time;
		return age < LIFETIME_IF_UNKNOWN.toNanos() || (age < LIFETIME.toNanos() && hasNeeded.test(known.index));
	}

	private void lock(Deadline deadline) {
		try {
			if (!this.lock.tryLock(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
				throw new CrmUnavailableException("The owners were not read in time", null);
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new CrmUnavailableException("The call was interrupted while the owners were read", null);
		}
	}

	private record Loaded(OwnerIndex index, long time) {

	}

}
