package io.frontlineservice.crm.jdbc;

/** Whose tables the customers are in. Chosen by {@code frontline.crm.jdbc.schema}. */
enum TableSchema {

	/** The operator's tables, read through the operator's queries. */
	OWN,

	/** Tables of this service, which it creates and updates, and which are imported. */
	MANAGED

}
