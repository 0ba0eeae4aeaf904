package io.frontlineservice.sandbox.crm.dataverse;

/** The type of a column's values. Part of {@link TableSchema}. */
enum ColumnType {

	/** A primary key, or the value of a lookup. */
	ID, STRING, NUMBER, BOOLEAN, DATETIME

}
