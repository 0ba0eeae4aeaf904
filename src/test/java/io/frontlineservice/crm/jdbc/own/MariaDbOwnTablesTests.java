package io.frontlineservice.crm.jdbc.own;

/** Customers in own tables of MariaDB keep the contract of all CRMs. */
class MariaDbOwnTablesTests extends OwnTablesContract {

	@Override
	ContactTables create() {
		return ContactTables.inMariaDb();
	}

}
