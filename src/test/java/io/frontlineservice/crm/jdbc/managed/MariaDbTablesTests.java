package io.frontlineservice.crm.jdbc.managed;

/** The tables of this service in MariaDB keep the contract of all adapters. */
class MariaDbTablesTests extends ManagedTablesContract {

	@Override
	ManagedDatabase newDatabase() {
		return ManagedDatabase.inMariaDb();
	}

}
