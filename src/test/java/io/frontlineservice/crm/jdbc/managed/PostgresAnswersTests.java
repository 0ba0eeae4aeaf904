package io.frontlineservice.crm.jdbc.managed;

/** PostgreSQL gives the same answers as a file with the same customers. */
class PostgresAnswersTests extends SameAnswersContract {

	@Override
	ManagedDatabase newDatabase() {
		return ManagedDatabase.inPostgres();
	}

}
