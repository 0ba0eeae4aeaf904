package io.frontlineservice.crm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontlineservice.crm.CrmQuestion.ById;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The owners of each customer according to the newest answer of the CRM that has the
 * customer. An older answer, such as a search of an hour ago, does not show the customer
 * to an owner that the newest one does not have. It is never shown to more owners than
 * before, because the newest answer may come from a search index that is behind. Called
 * by {@link AnswerCache}. Thread-safe.
 */
final class KnownOwners {

	private final Cache<Key, Known> owners;

	/** Keeps the owners in a cache that is built with these limits. */
	KnownOwners(Caffeine<Object, Object> limits) {
		this.owners = limits.weigher((Key key, Known known) -> MemoryUse.ofOwners(key.id, key.asker, known.owners))
			.build();
	}

	/**
	 * Learns the owners from an answer. A customer that does not exist has none; for a
	 * CRM with rules of its own for each worker, that is so for the worker who asked.
	 */
	void learn(CrmQuestion question, CachedAnswer answer) {
		answer.page()
			.customers()
			.forEach((it) -> learn(new Key(it.id(), null), new Known(it.owners(), false, answer.askedAt())));
		if (answer.isEmpty() && question instanceof ById gone) {
			learn(new Key(gone.id(), gone.asker()), new Known(Set.of(), true, answer.askedAt()));
		}
	}

	private void learn(Key key, Known known) {
		this.owners.asMap().merge(key, known, (old, other) -> other.isNewerThan(old.askedAt) ? other : old);
	}

	/**
	 * Returns a customer of an answer without the owners that it has lost since; empty if
	 * it is gone since, also for those who see all customers.
	 */
	Optional<CrmCustomer> restricted(CrmCustomer customer, CrmQuestion question, long askedAt) {
		Optional<CrmCustomer> restricted = restricted(customer, new Key(customer.id(), null), askedAt);
		return (question.asker() != null)
				? restricted.flatMap((it) -> restricted(it, new Key(it.id(), question.asker()), askedAt)) : restricted;
	}

	private Optional<CrmCustomer> restricted(CrmCustomer customer, Key key, long askedAt) {
		Known known = this.owners.getIfPresent(key);
		if (known == null || !known.isNewerThan(askedAt)) {
			return Optional.of(customer);
		}
		return known.isGone ? Optional.empty()
				: Optional.of(customer.withOwners(inBoth(customer.owners(), known.owners)));
	}

	private static Set<WorkerIdentity> inBoth(Set<WorkerIdentity> some, Set<WorkerIdentity> others) {
		if (some.contains(CrmCustomer.EVERYONE)) {
			return others;
		}
		if (others.contains(CrmCustomer.EVERYONE)) {
			return some;
		}
		Set<WorkerIdentity> both = new HashSet<>(some);
		both.retainAll(others);
		return both;
	}

	/** Returns the memory that is in use, in bytes. */
	long bytes() {
		return AnswerCache.weight(this.owners);
	}

	/**
	 * What something is known of.
	 *
	 * @param asker the worker for whom the customer is gone; null for what all learn
	 */
	private record Key(CustomerId id, @Nullable WorkerIdentity asker) {
	}

	/**
	 * The owners in an answer.
	 *
	 * @param isGone whether the customer does not exist
	 * @param askedAt see {@link CachedAnswer}
	 */
	private record Known(Set<WorkerIdentity> owners, boolean isGone, long askedAt) {

		boolean isNewerThan(long time) {
			return this.askedAt - time > 0;
		}

	}

}
