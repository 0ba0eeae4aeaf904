package io.frontlineservice.crm.snapshot;

import io.frontlineservice.address.Address;
import io.frontlineservice.crm.snapshot.CustomerCopy.Copied;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.customer.CustomerSummary;
import io.frontlineservice.limit.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A CRM that is answered from a {@link CustomerCopy}. While the copy is not renewed, its
 * customers are old, as the guard of package {@code crm} marks the answers of other CRMs
 * that do not answer: they are shown with their age, and decide nothing that lasts, such
 * as who takes a conversation. Called by that guard. Thread-safe.
 */
public final class CopiedCrm implements CrmAdapter {

	/** A copy that missed so many intervals is old. */
	private static final int INTERVALS = 2;

	/** A large CRM takes minutes to read, and a failure is retried after a minute. */
	private static final Duration SHORTEST_CURRENT = Duration.ofMinutes(10);

	private final CustomerCopy copy;

	private final Duration staleFor;

	/**
	 * Creates an adapter.
	 * @param staleFor an old copy of that age is no longer used; longer than two
	 * intervals
	 */
	public CopiedCrm(CustomerCopy copy, Duration staleFor) {
		this.copy = copy;
		this.staleFor = staleFor;
	}

	@Override
	public Set<CrmCapability> capabilities() {
		return SnapshotCrm.CAPABILITIES;
	}

	@Override
	public boolean isReady() {
		return this.copy.copied() != null;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		Copied copied = usable(deadline);
		CrmPage page = copied.crm().list(audience, search, cursor, limit, deadline);
		return new CrmPage(page.customers().stream().map((it) -> aged(it, copied)).toList(), page.next());
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		Copied copied = usable(deadline);
		return copied.crm().byId(customerId, deadline).map((it) -> aged(it, copied));
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		Copied copied = usable(deadline);
		if (isOld(copied)) {
			throw old();
		}
		return copied.crm().byAddress(address, deadline).stream().map((it) -> aged(it, copied)).toList();
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return SnapshotCrm.cursor(customer);
	}

	@Override
	public Optional<CustomerSummary> summary() {
		Copied copied = this.copy.copied();
		return (copied != null) ? copied.crm().summary() : Optional.empty();
	}

	private Copied usable(Deadline deadline) {
		Copied copied = this.copy.copied();
		if (copied == null) {
			throw new CrmUnavailableException("The customers have not been copied yet", null);
		}
		if (isOld(copied) && (deadline.isBackground() || age(copied).compareTo(this.staleFor) >= 0)) {
			throw old();
		}
		return copied;
	}

	private static CrmUnavailableException old() {
		return new CrmUnavailableException("The copy of the customers is too old for this", null);
	}

	private CrmCustomer aged(CrmCustomer customer, Copied copied) {
		Duration age = age(copied);
		return isOld(copied) ? customer.ofAge(age) : customer.withAvatarAfter(age);
	}

	private boolean isOld(Copied copied) {
		Duration current = this.copy.interval().plus(copied.readIn()).multipliedBy(INTERVALS);
		return age(copied).compareTo((current.compareTo(SHORTEST_CURRENT) > 0) ? current : SHORTEST_CURRENT) >= 0;
	}

	private Duration age(Copied copied) {
		return this.copy.since(copied.readAt());
	}

}
