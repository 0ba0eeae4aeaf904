package io.frontlineservice.crm.pipedrive;

import io.frontlineservice.crm.owner.OwnerIndex;
import io.frontlineservice.crm.owner.Ownership;
import io.frontlineservice.customer.Audience;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a list, which follow each other: Pipedrive filters by one owner, so there
 * is one part for each owner, first those of the worker and then the shared ones. With
 * many owners, or owners in other fields, the only part is all persons, of which the
 * adapter keeps those of the audience. Made by {@link PipedriveCrm} for each request.
 * Immutable.
 *
 * @param names the names of the parts, in order; none if the audience can see no person
 * @param users the users who own the persons in the list; null if it can have others
 */
record ListParts(NavigableSet<String> names, @Nullable Set<String> users) {

	/** The part of all persons. */
	static final String ALL = "a";

	/** Of more owners, most would have to be read for one page. */
	static final int MOST_OWNERS = 10;

	private static final String OWN = "o";

	private static final String SHARED = "s";

	private static final NavigableSet<String> ONLY_ALL = Collections
		.unmodifiableNavigableSet(new TreeSet<>(Set.of(ALL)));

	/** The list of a worker who may see all persons. */
	static final ListParts OF_EVERYONE = new ListParts(ONLY_ALL, null);

	static ListParts of(Audience audience, Ownership ownership, OwnerIndex index) {
		Set<String> own = index.ids(audience.owners());
		Set<String> all = index.ids(ownership.owners(audience));
		if (!ownership.fields().equals(List.of(PipedriveFields.OWNER))) {
			boolean none = ownership.fields().isEmpty() || (all.isEmpty() && !ownership.includesWithoutOwner(audience));
			return new ListParts(none ? Collections.emptyNavigableSet() : ONLY_ALL, null);
		}
		if (all.size() > MOST_OWNERS) {
			return new ListParts(ONLY_ALL, all);
		}
		NavigableSet<String> names = new TreeSet<>();
		all.forEach((id) -> names.add((own.contains(id) ? OWN : SHARED) + id));
		return new ListParts(names, all);
	}

	/**
	 * Returns the user who owns the persons in a part; null if they have different ones.
	 */
	static @Nullable String user(String part) {
		return part.equals(ALL) ? null : part.substring(1);
	}

	boolean isEmpty() {
		return this.names.isEmpty();
	}

	/** Whether persons of that user can be in the list; empty if the user is unknown. */
	boolean canHave(String user) {
		return this.users == null || user.isEmpty() || this.users.contains(user);
	}

}
