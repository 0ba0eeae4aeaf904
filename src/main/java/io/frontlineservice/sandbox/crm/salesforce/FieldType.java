package io.frontlineservice.sandbox.crm.salesforce;

/** The type of a field's values. Part of {@link FieldSchema}. */
enum FieldType {

	ID, REFERENCE, STRING, BOOLEAN, DATETIME

}
