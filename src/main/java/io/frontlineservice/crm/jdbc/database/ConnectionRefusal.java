package io.frontlineservice.crm.jdbc.database;

import io.frontlineservice.diagnosis.Observation;

/**
 * Explains a server that refuses a user or a database. Called before tables are created
 * or examined. Thread-safe.
 */
public final class ConnectionRefusal {

	private static final String PREFIX = "frontline.crm.jdbc";

	private ConnectionRefusal() {
	}

	/** Returns the problem for the SQLSTATE with which the server refuses to connect. */
	public static Observation of(String state) {
		if (state.startsWith("28")) {
			return Observation.problem("the server refuses the user (SQLSTATE " + state + ")",
					"check " + PREFIX + ".username and " + PREFIX + ".password");
		}
		return Observation.problem(
				"the server does not have this database, or the user may not use it (SQLSTATE " + state + ")",
				"check " + PREFIX + ".url, and the rights of " + PREFIX + ".username");
	}

}
