package io.frontlineservice.crm;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.frontlineservice.crm.CrmQuestion.ById;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.HashSet;
import java.util.Set;

/**
 * The owners of each customer according to the newest answer of the CRM that has the
 * customer. An older answer, such as a search of an hour ago, does not show the customer
 * to an owner that the newest one does not have. It is never shown to more owners than
 * before, because the newest answer may come from a search index that is behind. Called
 * by {@link AnswerCache}. Thread-safe.
 */
final class KnownOwners {

	private final Cache<CustomerId, Known> owners;

	/** Keeps the owners in a cache that is built with these limits. */
	KnownOwners(Caffeine<Object, Object> limits) {
		this.owners = limits.weigher((CustomerId id, Known known) -> MemoryUse.ofOwners(id, known.owners())).build();
	}

	/** Learns the owners from an answer. A customer that does not exist has none. */
	void learn(CrmQuestion question, CachedAnswer answer) {
		answer.page()
			.customers()
			.forEach((customer) -> learn(customer.id(), new Known(customer.owners(), answer.askedAt())));
		if (answer.isEmpty() && question instanceof ById gone) {
			learn(gone.id(), new Known(Set.of(), answer.askedAt()));
		}
	}

	private void learn(CustomerId id, Known known) {
		this.owners.asMap().merge(id, known, (old, other) -> other.isNewerThan(old.askedAt) ? other : old);
	}

	/** Returns a customer of an answer without the owners that it has lost since. */
	CrmCustomer restricted(CrmCustomer customer, long askedAt) {
		Known known = this.owners.getIfPresent(customer.id());
		return (known != null && known.isNewerThan(askedAt))
				? customer.withOwners(inBoth(customer.owners(), known.owners)) : customer;
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
	 * The owners in an answer.
	 *
	 * @param askedAt see {@link CachedAnswer}
	 */
	private record Known(Set<WorkerIdentity> owners, long askedAt) {

		boolean isNewerThan(long time) {
			return this.askedAt - time > 0;
		}

	}

}
