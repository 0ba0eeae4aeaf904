package io.frontlineservice.crm.jdbc.managed;

/** MariaDB gives the same answers as a file with the same customers. */
class MariaDbAnswersTests extends SameAnswersContract {

	@Override
	ManagedDatabase newDatabase() {
		return ManagedDatabase.inMariaDb();
	}

}
