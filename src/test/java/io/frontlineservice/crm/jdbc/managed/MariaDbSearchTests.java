package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.crm.SearchExampleContract;
import io.frontlineservice.crm.SearchTableContract;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmCustomer;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;

/** The index for searches in MariaDB finds what the searches of a file find. */
class MariaDbSearchTests {

	private static ManagedDatabase database;

	@BeforeAll
	static void open() {
		database = ManagedDatabase.inMariaDb();
	}

	@AfterAll
	static void close() {
		if (database != null) {
			database.close();
		}
	}

	private static CrmAdapter with(List<CrmCustomer> customers) {
		database.with(customers);
		return database.tables(1);
	}

	@Nested
	class Examples extends SearchExampleContract {

		@Override
		protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
			return with(customers);
		}

	}

	@Nested
	class Spellings extends SearchTableContract {

		@Override
		protected CrmAdapter adapterOf(List<CrmCustomer> customers) {
			return with(customers);
		}

	}

}
