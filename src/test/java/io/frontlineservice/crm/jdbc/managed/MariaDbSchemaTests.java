package io.frontlineservice.crm.jdbc.managed;

import io.frontlineservice.TestMariaDb;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import java.util.UUID;

/** How the tables of this service come into MariaDB. */
class MariaDbSchemaTests extends ManagedSchemaContract {

	@Override
	String newDatabase() {
		return TestMariaDb.newDatabase();
	}

	@Override
	DatabaseSettings reader() {
		String user = "user_" + UUID.randomUUID().toString().substring(0, 8);
		String url = settings().url().replaceFirst("[?].*", "");
		execute("create user " + user + " identified by 'secret'",
				"grant select on " + url.substring(url.lastIndexOf('/') + 1) + ".* to " + user);
		return as(url, user);
	}

}
