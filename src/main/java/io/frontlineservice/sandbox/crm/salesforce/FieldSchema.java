package io.frontlineservice.sandbox.crm.salesforce;

import java.util.Locale;

/**
 * A field of an object. Belongs to an {@link ObjectSchema}. Immutable.
 *
 * @param name its API name
 * @param type the type of its values
 */
record FieldSchema(String name, FieldType type) {

	private static final String CUSTOM = "__c";

	/** The name of the field in lower case, by which queries find it. */
	String key() {
		return this.name.toLowerCase(Locale.ROOT);
	}

	boolean isReference() {
		return this.type == FieldType.REFERENCE;
	}

	/** The name by which queries follow this reference; the field must be one. */
	String relationship() {
		return this.name.endsWith(CUSTOM) ? this.name.substring(0, this.name.length() - CUSTOM.length()) + "__r"
				: this.name.substring(0, this.name.length() - "Id".length());
	}

}
