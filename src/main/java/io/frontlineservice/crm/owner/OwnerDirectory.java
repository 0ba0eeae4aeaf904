package io.frontlineservice.crm.owner;

import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Holds the users of a CRM's account for some time, all at once: that is one call for
 * hundreds of them, where asking for each would be one call for each worker. Used by
 * adapters of CRMs whose accounts have hundreds of users, not tens of thousands.
 * Thread-safe.
 */
public final class OwnerDirectory {

	private static final Duration USUAL_LIFETIME = Duration.ofMinutes(1);

	private final Function<Deadline, OwnerIndex> source;

	private final Duration lifetime;

	private final LongSupplier nanoTime;

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable Loaded loaded;

	/** Creates a directory that reads the users again after a minute. */
	public OwnerDirectory(Function<Deadline, OwnerIndex> source, LongSupplier nanoTime) {
		this(source, USUAL_LIFETIME, nanoTime);
	}

	/**
	 * Creates a directory that has not read anything yet.
	 * @param source reads all users; it throws {@link CrmUnavailableException} if the CRM
	 * cannot answer
	 * @param lifetime how long they are held: a change takes effect after that time
	 * @param nanoTime a clock such as {@link System#nanoTime()}
	 */
	public OwnerDirectory(Function<Deadline, OwnerIndex> source, Duration lifetime, LongSupplier nanoTime) {
		this.source = source;
		this.lifetime = lifetime;
		this.nanoTime = nanoTime;
	}

	/**
	 * Returns the owners.
	 * @throws CrmUnavailableException if they have to be read and the CRM cannot answer
	 */
	public OwnerIndex index(Deadline deadline) {
		Loaded known = this.loaded;
		if (known != null && isFresh(known)) {
			return known.index;
		}
		lock(deadline);
		try {
			// Another call may have read them meanwhile.
			known = this.loaded;
			if (known == null || !isFresh(known)) {
				known = new Loaded(this.source.apply(deadline), this.nanoTime.getAsLong());
				this.loaded = known;
			}
			return known.index;
		}
		finally {
			this.lock.unlock();
		}
	}

	private boolean isFresh(Loaded known) {
		return this.nanoTime.getAsLong() - known.time < this.lifetime.toNanos();
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
