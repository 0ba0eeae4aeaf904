package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.TestMariaDb;

/** Imports into MariaDB. */
class MariaDbImportTests extends ImportContract {

	@Override
	String newDatabase() {
		return TestMariaDb.newDatabase();
	}

}
