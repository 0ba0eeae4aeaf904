package io.frontlineservice.crm.owner;

import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.worker.WorkerIdentity;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which worker owns which record, where the CRM names owners by its own ids: turns an
 * audience into owners, and the owners of a record into workers. Both must agree, because
 * the service checks each customer again. Used by adapters. Immutable.
 */
public final class Ownership {

	/** A text can hold several owners. */
	private static final Pattern SEPARATOR = Pattern.compile(";");

	private final List<String> fields;

	private final Set<WorkerIdentity> shared;

	private final WithoutOwner withoutOwner;

	/**
	 * Creates the rule.
	 * @param fields the fields of a record that hold ids of owners
	 * @param shared the owners whose customers belong to every worker
	 * @param withoutOwner who may see the customers without an owner
	 */
	public Ownership(List<String> fields, Collection<String> shared, WithoutOwner withoutOwner) {
		this.fields = List.copyOf(fields);
		this.shared = WorkerIdentity.setOf(shared);
		this.withoutOwner = withoutOwner;
	}

	/** Returns the fields of a record that hold ids of owners. */
	public List<String> fields() {
		return this.fields;
	}

	/**
	 * Returns the owners for whom an audience stands, with the shared ones in place of
	 * "every worker".
	 */
	public Set<WorkerIdentity> owners(Audience audience) {
		Set<WorkerIdentity> owners = new HashSet<>(audience.owners());
		if (owners.remove(CrmCustomer.EVERYONE)) {
			owners.addAll(this.shared);
		}
		return owners;
	}

	/** Whether an audience sees the customers without an owner. */
	public boolean includesWithoutOwner(Audience audience) {
		return audience.all()
				|| (this.withoutOwner == WithoutOwner.EVERYONE && audience.owners().contains(CrmCustomer.EVERYONE));
	}

	/**
	 * Returns the record with the identities of its owners in place of their ids, as the
	 * field mapping reads them. An owner who is not in the index is left out.
	 */
	public Map<String, Object> identified(Map<String, Object> record, OwnerIndex index) {
		Map<String, Object> identified = new HashMap<>(record);
		boolean hasNoOwner = this.fields.stream().allMatch((field) -> ids(record.get(field)).isEmpty());
		for (String field : this.fields) {
			Set<String> owners = new LinkedHashSet<>();
			ids(record.get(field)).forEach((id) -> addTo(owners, index.identity(id)));
			if (hasNoOwner && this.withoutOwner == WithoutOwner.EVERYONE) {
				owners.add(CrmCustomer.EVERYONE.written());
			}
			identified.put(field, List.copyOf(owners));
		}
		return identified;
	}

	private void addTo(Set<String> owners, @Nullable WorkerIdentity owner) {
		if (owner != null) {
			owners.add((this.shared.contains(owner) ? CrmCustomer.EVERYONE : owner).written());
		}
	}

	/** The ids in a value: one, several in a text, or a list. */
	private static List<String> ids(@Nullable Object value) {
		if (value instanceof Collection<?> list) {
			return list.stream().flatMap((it) -> ids(it).stream()).toList();
		}
		return ((value != null) ? SEPARATOR.splitAsStream(value.toString()) : Stream.<String>empty()).map(String::strip)
			.filter((id) -> !id.isEmpty())
			.toList();
	}

}
