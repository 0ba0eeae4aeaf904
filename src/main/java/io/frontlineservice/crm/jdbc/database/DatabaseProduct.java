package io.frontlineservice.crm.jdbc.database;

/** A kind of database server, as far as the adapter treats it differently. */
public enum DatabaseProduct {

	/** PostgreSQL, and what speaks its protocol. */
	POSTGRESQL,

	/** MariaDB and MySQL. */
	MARIADB,

	/** Any other database with a JDBC driver. */
	OTHER;

	/** Returns the product that a JDBC URL names. */
	public static DatabaseProduct of(String url) {
		if (url.startsWith("jdbc:postgresql:")) {
			return POSTGRESQL;
		}
		return (url.startsWith("jdbc:mariadb:") || url.startsWith("jdbc:mysql:")) ? MARIADB : OTHER;
	}

}
