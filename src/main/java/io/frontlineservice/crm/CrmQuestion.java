package io.frontlineservice.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CustomerId;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM is asked: the key of its answer in memory. A list belongs to an audience, so
 * that a worker never gets the list of another one. Customers by id or address are asked
 * for regardless of owner; {@code CustomerService} decides who sees them. Made by
 * {@link CrmGuard}. Immutable.
 */
sealed interface CrmQuestion {

	CrmOperation operation();

	/** Customers of an audience, as {@code CrmAdapter.list} takes them. */
	record Listed(Audience audience, String search, @Nullable String cursor, int limit) implements CrmQuestion {

		@Override
		public CrmOperation operation() {
			return this.search.isBlank() ? CrmOperation.LIST : CrmOperation.SEARCH;
		}

	}

	/** The customer with an id. */
	record ById(CustomerId id) implements CrmQuestion {

		@Override
		public CrmOperation operation() {
			return CrmOperation.BY_ID;
		}

	}

	/** The customers with an address. */
	record ByAddress(Address address) implements CrmQuestion {

		@Override
		public CrmOperation operation() {
			return CrmOperation.BY_ADDRESS;
		}

	}

}
