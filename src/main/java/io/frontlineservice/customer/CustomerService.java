package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Answers questions about customers. The one place that decides what a worker may see.
 * Called by the callbacks. Thread-safe.
 */
@Service
public class CustomerService {

	private final CrmAdapter crm;

	private final CustomerAccess access;

	private final SharedNumberNotice sharedNumbers;

	private final CustomerNotices notices;

	private final PageTokens tokens;

	private final CustomerLimit limit;

	private final WorkersWithoutCustomers withoutCustomers;

	CustomerService(CrmAdapter crm, CustomerAccess access, SharedNumberNotice sharedNumbers, CustomerNotices notices,
			PageTokens tokens, CustomerLimit limit, WorkersWithoutCustomers withoutCustomers) {
		this.crm = crm;
		this.access = access;
		this.sharedNumbers = sharedNumbers;
		this.notices = notices;
		this.tokens = tokens;
		this.limit = limit;
		this.withoutCustomers = withoutCustomers;
	}

	/**
	 * Returns a page of the customers that this worker may see. A token or an anchor of
	 * another worker or another search is the end of the list.
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public CustomerList list(CustomersRequest request, Deadline deadline) {
		Worker worker = request.worker();
		CrmAdapter crm = this.crm.actingAs(worker);
		Audience audience = this.access.audienceOf(worker);
		Optional<ListPosition> from = position(crm, request, audience, deadline);
		if (from.isEmpty()) {
			return CustomerList.END;
		}
		CrmPage page = crm.list(audience, request.search(), from.get().cursor(), from.get().limit(request.pageSize()),
				deadline);
		if (request.isFirstPageOfAll() && !audience.all()) {
			this.withoutCustomers.note(request.identity(), hasNoCustomers(crm, worker, page, deadline));
		}
		return answer(page, from.get(), request, worker, audience);
	}

	/**
	 * Returns what the app may show of one customer, and the names of other customers
	 * with the same number; or, if the CRM does not answer, what it said last and how old
	 * that is.
	 * @throws CustomerNotFoundException if it does not exist, or this worker may not see
	 * it
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public Customer details(Worker worker, CustomerId customerId, Deadline deadline) {
		CrmCustomer customer = find(worker, customerId, deadline).orElseThrow(CustomerNotFoundException::new);
		Customer card = (customer.age() != null) ? AgeNotice.withNotice(customer, customer.age())
				: this.sharedNumbers.withNotice(worker, customer, deadline);
		return this.limit.fitting(this.notices.on(card, customer, deadline));
	}

	/**
	 * Returns a customer with everything that the CRM has, for a conversation that the
	 * worker begins. It is never old: the conversation grants the worker to see the
	 * customer, also when the CRM answers again and says that it has another owner.
	 * @throws CustomerNotFoundException if it does not exist, or this worker may not see
	 * it
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public CrmCustomer customer(Worker worker, CustomerId customerId, Deadline deadline) {
		CrmCustomer customer = find(worker, customerId, deadline).orElseThrow(CustomerNotFoundException::new);
		checkCurrent(customer);
		return customer;
	}

	/**
	 * Returns a customer with everything that the CRM has, or had when it last answered;
	 * empty if the CRM has no such customer.
	 * @throws CustomerNotFoundException if it exists and this worker may not see it
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline, or if
	 * {@link Grants} cannot be read, for a customer that the visibility rule does not
	 * show to this worker, whether or not the customer exists. The same while the CRM
	 * does not answer, for any customer that this worker could not see when it did
	 */
	public Optional<CrmCustomer> find(Worker worker, CustomerId customerId, Deadline deadline) {
		Optional<CrmCustomer> customer = this.crm.actingAs(worker).byId(customerId, deadline);
		if (customer.isEmpty()) {
			this.access.checkGrantsAvailable(worker, customerId, deadline);
		}
		else if (!this.access.maySee(worker, customer.get(), deadline)) {
			// Must look like a customer that does not exist, of which nothing is known
			// now.
			checkCurrent(customer.get());
			throw new CustomerNotFoundException();
		}
		return customer;
	}

	private static void checkCurrent(CrmCustomer customer) {
		if (customer.age() != null) {
			throw new CrmUnavailableException("The CRM does not answer, and its last answer is too old for this", null);
		}
	}

	private Optional<ListPosition> position(CrmAdapter crm, CustomersRequest request, Audience audience,
			Deadline deadline) {
		if (request.pageToken() != null) {
			return this.tokens.cursor(request.worker(), request.search(), request.pageToken()).map(ListPosition::of);
		}
		if (request.anchor() == null) {
			return Optional.of(ListPosition.BEGINNING);
		}
		if (!crm.can(CrmCapability.PAGING_AFTER_CUSTOMER)) {
			return Optional.empty();
		}
		Optional<CrmCustomer> anchor = crm.byId(request.anchor(), deadline);
		anchor.filter((customer) -> !audience.maySee(customer)).ifPresent(CustomerService::checkCurrent);
		return anchor.filter(audience::maySee).map((customer) -> new ListPosition(crm.cursorAfter(customer), 0));
	}

	private static boolean hasNoCustomers(CrmAdapter crm, Worker worker, CrmPage page, Deadline deadline) {
		Audience own = Audience.onlyOf(worker.identities());
		if (page.customers().stream().anyMatch(own::maySee)) {
			return false;
		}
		// Own customers may be on later pages; only in memory is it cheap to look.
		return !page.more()
				|| (crm.can(CrmCapability.IN_MEMORY) && crm.list(own, "", null, 1, deadline).customers().isEmpty());
	}

	private CustomerList answer(CrmPage page, ListPosition from, CustomersRequest request, Worker worker,
			Audience audience) {
		List<CrmCustomer> visible = page.customers().stream().skip(from.skipped()).filter(audience::maySee).toList();
		List<Customer> rows = this.limit.fitting(visible.stream().map(CrmCustomer::card).map(Customer::asRow).toList());
		ListPosition next = (rows.size() < visible.size()) ? after(visible.get(rows.size() - 1), page, from)
				: new ListPosition(page.next(), 0);
		if (next.equals(ListPosition.BEGINNING)) {
			return new CustomerList(rows, null);
		}
		return new CustomerList(rows, this.tokens.issue(worker, request.search(), next.toText()));
	}

	/** The position after the last customer of a page that fits into the answer. */
	private ListPosition after(CrmCustomer last, CrmPage page, ListPosition from) {
		return this.crm.can(CrmCapability.PAGING_AFTER_CUSTOMER) ? new ListPosition(this.crm.cursorAfter(last), 0)
				: new ListPosition(from.cursor(), page.customers().indexOf(last) + 1);
	}

}
