package io.frontlineservice.crm.file;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The CRM that is a file. Asked by {@code CustomerService} through the guard.
 * Thread-safe; each call sees the file as it was at one moment.
 */
final class FileCrmAdapter implements CrmAdapter {

	private final Supplier<CustomerSnapshot> book;

	FileCrmAdapter(Supplier<CustomerSnapshot> book) {
		this.book = book;
	}

	@Override
	public CrmPage list(Audience audience, String search, @Nullable String cursor, int limit, Deadline deadline) {
		if (SearchText.fold(search).isBlank()) {
			return this.book.get().list(audience, null, cursor, limit);
		}
		Search parsed = Search.of(search);
		return parsed.findsNobody() ? CrmPage.EMPTY : this.book.get().list(audience, parsed, cursor, limit);
	}

	@Override
	public Optional<CrmCustomer> byId(CustomerId customerId, Deadline deadline) {
		return this.book.get().byId(customerId);
	}

	@Override
	public List<CrmCustomer> byAddress(Address address, Deadline deadline) {
		return this.book.get().byAddress(address, MOST_AT_ONE_ADDRESS);
	}

	@Override
	public String cursorAfter(CrmCustomer customer) {
		return CustomerOrder.cursor(customer);
	}

	@Override
	public boolean inMemory() {
		return true;
	}

}
