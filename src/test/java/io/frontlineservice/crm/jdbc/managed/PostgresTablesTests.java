package io.frontlineservice.crm.jdbc.managed;

/** The tables of this service in PostgreSQL keep the contract of all adapters. */
class PostgresTablesTests extends ManagedTablesContract {

	@Override
	ManagedDatabase newDatabase() {
		return ManagedDatabase.inPostgres();
	}

}
