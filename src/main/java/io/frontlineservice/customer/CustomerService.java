package io.frontlineservice.customer;

import io.frontlineservice.limit.Deadline;
import io.frontlineservice.worker.Worker;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Answers what a worker may know of the customers; the one place where that is decided.
 * Called by the callbacks. Thread-safe.
 */
@Service
public class CustomerService {

	private final CrmAdapter crm;

	private final CustomerAccess access;

	private final SharedNumberNotice others;

	private final PageTokens tokens;

	private final CustomerLimit limit;

	private final WorkersWithoutCustomers emptyHanded;

	CustomerService(CrmAdapter crm, CustomerAccess access, SharedNumberNotice others, PageTokens tokens,
			CustomerLimit limit, WorkersWithoutCustomers emptyHanded) {
		this.crm = crm;
		this.access = access;
		this.others = others;
		this.tokens = tokens;
		this.limit = limit;
		this.emptyHanded = emptyHanded;
	}

	/**
	 * A page of the customers whom this worker may see. A token or an anchor that was not
	 * given to this worker, or not for this search, is the end of the list.
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public CustomerList list(CustomersRequest request, Deadline deadline) {
		Worker worker = request.worker();
		Audience audience = this.access.audienceOf(worker);
		Optional<Start> start = start(request, worker, audience, deadline);
		if (start.isEmpty()) {
			return CustomerList.END;
		}
		CrmPage page = this.crm.list(audience, request.search(), start.get().cursor(), request.pageSize(), deadline);
		if (request.isFirstPageOfAll() && !audience.all()) {
			this.emptyHanded.note(worker.identity(), ownsNobody(worker, page, deadline));
		}
		return answer(page, request, worker, audience);
	}

	/**
	 * All the app may show of one customer, and the names of others at the same number.
	 * @throws CustomerNotFoundException if there is none, or this worker may not see it
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public Customer details(Worker worker, CustomerId customerId, Deadline deadline) {
		CrmCustomer customer = find(worker, customerId, deadline).orElseThrow(CustomerNotFoundException::new);
		return this.limit.fitting(this.others.mentionedTo(worker, customer, deadline));
	}

	/**
	 * A customer with all that the CRM knows, for what is to be written to them.
	 * @throws CustomerNotFoundException if there is none, or this worker may not see it
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline
	 */
	public CrmCustomer customer(Worker worker, CustomerId customerId, Deadline deadline) {
		return find(worker, customerId, deadline).orElseThrow(CustomerNotFoundException::new);
	}

	/**
	 * The same, or empty if the CRM has no such customer.
	 * @throws CustomerNotFoundException if this worker may not see the customer there is
	 * @throws CrmUnavailableException if the CRM cannot answer by the deadline, or if
	 * {@link Grants} cannot be asked: for any customer whom the visibility rule does not
	 * show to this worker, whether or not the customer exists
	 */
	public Optional<CrmCustomer> find(Worker worker, CustomerId customerId, Deadline deadline) {
		Optional<CrmCustomer> customer = this.crm.byId(customerId, deadline);
		if (customer.isEmpty()) {
			this.access.askForMissing(worker, customerId, deadline);
		}
		else if (!this.access.maySee(worker, customer.get(), deadline)) {
			throw new CustomerNotFoundException();
		}
		return customer;
	}

	private Optional<Start> start(CustomersRequest request, Worker worker, Audience audience, Deadline deadline) {
		if (request.pageToken() != null) {
			return this.tokens.cursor(worker, request.search(), request.pageToken()).map(Start::new);
		}
		if (request.anchor() != null) {
			return this.crm.byId(request.anchor(), deadline)
				.filter(audience::maySee)
				.map((customer) -> new Start(this.crm.cursorAfter(customer)));
		}
		return Optional.of(Start.BEGINNING);
	}

	private boolean ownsNobody(Worker worker, CrmPage page, Deadline deadline) {
		Audience own = Audience.onlyOf(worker.identities());
		if (page.customers().stream().anyMatch(own::maySee)) {
			return false;
		}
		// The worker's own may come later; to look is cheap in memory alone.
		return !page.more() || (this.crm.inMemory() && this.crm.list(own, "", null, 1, deadline).customers().isEmpty());
	}

	private CustomerList answer(CrmPage page, CustomersRequest request, Worker worker, Audience audience) {
		List<CrmCustomer> visible = page.customers().stream().filter(audience::maySee).toList();
		List<Customer> rows = this.limit.fitting(visible.stream().map(CrmCustomer::card).map(Customer::asRow).toList());
		boolean cut = rows.size() < visible.size();
		if (!cut && !page.more()) {
			return new CustomerList(rows, null);
		}
		CrmCustomer last = cut ? visible.get(rows.size() - 1) : page.customers().get(page.customers().size() - 1);
		String token = this.tokens.issue(worker, request.search(), this.crm.cursorAfter(last));
		return new CustomerList(rows, token);
	}

	/**
	 * Where a page begins.
	 *
	 * @param cursor the adapter's cursor; null for the beginning of the list
	 */
	private record Start(@Nullable String cursor) {

		static final Start BEGINNING = new Start(null);

	}

}
