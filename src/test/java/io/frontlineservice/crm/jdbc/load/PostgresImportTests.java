package io.frontlineservice.crm.jdbc.load;

import io.frontlineservice.TestPostgres;

/** Imports into PostgreSQL. */
class PostgresImportTests extends ImportContract {

	@Override
	String newDatabase() {
		return TestPostgres.newDatabase();
	}

}
