package io.frontlineservice.crm.jdbc.own;

/** Customers in own tables of PostgreSQL keep the contract of all CRMs. */
class PostgresOwnTablesTests extends OwnTablesContract {

	@Override
	ContactTables create() {
		return ContactTables.inPostgres();
	}

}
