package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.CrmAdapterContract;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The contract of all adapters, for the tables of this service. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ManagedTablesContract extends CrmAdapterContract {

	private ManagedDatabase database;

	abstract ManagedDatabase newDatabase();

	@BeforeAll
	void open() {
		this.database = newDatabase();
	}

	@AfterAll
	void close() {
		if (this.database != null) {
			this.database.close();
		}
	}

	@Override
	protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
		return this.database.with(customers);
	}

}
