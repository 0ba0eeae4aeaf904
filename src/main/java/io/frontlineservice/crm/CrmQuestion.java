package io.frontlineservice.crm;

import io.frontlineservice.address.Address;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.worker.WorkerIdentity;
import org.jspecify.annotations.Nullable;

/**
 * What a CRM is asked: the key of its answer in memory. A list belongs to an audience, so
 * that a worker never gets the list of another one. Customers by id or address are asked
 * for regardless of owner; {@code CustomerService} decides who sees them. If the CRM has
 * rules of its own for each worker, each question belongs to one worker. Made by
 * {@link CrmGuard}. Immutable.
 */
sealed interface CrmQuestion {

	CrmOperation operation();

	/** Returns the worker whom the CRM answers; null if its answer is that for all. */
	@Nullable WorkerIdentity asker();

	/** Customers of an audience, as {@code CrmAdapter.list} takes them. */
	record Listed(@Nullable WorkerIdentity asker, Audience audience, String search, @Nullable String cursor,
			int limit) implements CrmQuestion {

		@Override
		public CrmOperation operation() {
			return this.search.isBlank() ? CrmOperation.LIST : CrmOperation.SEARCH;
		}

	}

	/** The customer with an id. */
	record ById(@Nullable WorkerIdentity asker, CustomerId id) implements CrmQuestion {

		@Override
		public CrmOperation operation() {
			return CrmOperation.BY_ID;
		}

	}

	/** The customers with an address. */
	record ByAddress(@Nullable WorkerIdentity asker, Address address) implements CrmQuestion {

		@Override
		public CrmOperation operation() {
			return CrmOperation.BY_ADDRESS;
		}

	}

}
