package io.frontlineservice.worker;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The owners of customers who are not in the worker directory. The usual reasons are
 * another spelling, and a name beside the e-mail address. Made by the comparison of
 * customers and directory. Immutable.
 *
 * @param owners the owners, those with the most customers first
 */
public record UnknownOwners(List<UnknownOwner> owners) {

	public UnknownOwners {
		owners = List.copyOf(owners);
	}

	/**
	 * Compares owners with a directory. The time is proportional to the number of owners
	 * and workers: an owner is explained only when asked.
	 * @param customersByOwner how many customers each owner has
	 * @param workers the workers of the directory, in its order; without any there are no
	 * unknown owners, because the directory is optional
	 */
	public static UnknownOwners of(Map<WorkerIdentity, Integer> customersByOwner, List<Worker> workers) {
		if (workers.isEmpty()) {
			return new UnknownOwners(List.of());
		}
		WorkerMatches matches = new WorkerMatches(workers);
		return new UnknownOwners(customersByOwner.entrySet()
			.stream()
			.filter((it) -> !matches.has(it.getKey()))
			.map((it) -> new UnknownOwner(it.getKey(), it.getValue(), matches))
			.sorted(Comparator.comparing(UnknownOwner::customers).reversed().thenComparing((it) -> it.identity().key()))
			.toList());
	}

	public boolean isEmpty() {
		return this.owners.isEmpty();
	}

	/**
	 * An owner who is not in the directory.
	 *
	 * @param identity the owner as the CRM writes it
	 * @param customers how many customers have this owner
	 * @param matches the entries of the directory
	 */
	public record UnknownOwner(WorkerIdentity identity, int customers, WorkerMatches matches) {

		/**
		 * Returns which entry of the directory was probably meant and what to change, in
		 * words that follow "but" and contain no identity; null if no entry is similar.
		 */
		public @Nullable String explanation() {
			return this.matches.explain(this.identity, "in the CRM");
		}

		/**
		 * Returns whether this is certainly a worker, and not a value of a customer that
		 * a wrong column provides.
		 */
		public boolean isWorker() {
			return this.matches.isWorker(this.identity);
		}

		/** Returns what is wrong and what to do, in one line with the identity. */
		public String describe() {
			String explanation = explanation();
			return "the owner " + this.identity.written() + " is not in the worker directory, "
					+ ((explanation != null) ? "but " + explanation : "nor is a similar worker: add an entry");
		}

	}

}
