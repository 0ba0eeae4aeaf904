package io.frontlineservice.sandbox.crm.salesforce;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object and its fields. Held by {@link SalesforceOrg}. Immutable.
 *
 * @param name its API name
 * @param prefix the first three characters of its ids
 * @param fields its fields by their names in lower case
 */
record ObjectSchema(String name, String prefix, Map<String, FieldSchema> fields) {

	private static final String[] PEOPLE = { "FirstName", "LastName", "Title", "Email", "Phone", "MobilePhone" };

	ObjectSchema {
		fields = Map.copyOf(fields);
	}

	/** Returns the objects that each org has. */
	static List<ObjectSchema> standard() {
		return List.of(
				object("User", "005").with(FieldType.STRING, PEOPLE)
					.with(FieldType.STRING, "Username", "FederationIdentifier")
					.with(FieldType.BOOLEAN, "IsActive"),
				object("Group", "00G").with(FieldType.STRING, "Type"),
				object("Account", "001").with(FieldType.STRING, "FirstName", "LastName", "Phone", "Description")
					.with(FieldType.STRING, "PersonTitle", "PersonEmail", "PersonMobilePhone", "PersonHomePhone",
							"PersonOtherPhone")
					.with(FieldType.BOOLEAN, "IsPersonAccount", "PersonDoNotCall")
					.with(FieldType.REFERENCE, "OwnerId"),
				object("Contact", "003").with(FieldType.STRING, PEOPLE)
					.with(FieldType.STRING, "HomePhone", "OtherPhone", "Description")
					.with(FieldType.BOOLEAN, "DoNotCall")
					.with(FieldType.REFERENCE, "AccountId", "OwnerId"),
				object("Lead", "00Q").with(FieldType.STRING, PEOPLE)
					.with(FieldType.STRING, "Company", "Status", "Description")
					.with(FieldType.BOOLEAN, "DoNotCall", "IsConverted")
					.with(FieldType.REFERENCE, "OwnerId"));
	}

	/** Returns an object with the fields that each has. */
	static ObjectSchema object(String name, String prefix) {
		return new ObjectSchema(name, prefix, Map.of()).with(FieldType.ID, "Id")
			.with(FieldType.STRING, "Name")
			.with(FieldType.DATETIME, "LastModifiedDate");
	}

	/** Returns the same object with more fields. */
	ObjectSchema with(FieldType type, String... names) {
		Map<String, FieldSchema> all = new LinkedHashMap<>(this.fields);
		for (String field : names) {
			FieldSchema schema = new FieldSchema(field, type);
			all.put(schema.key(), schema);
		}
		return new ObjectSchema(this.name, this.prefix, all);
	}

	/** Returns the same object without a field. */
	ObjectSchema without(String field) {
		Map<String, FieldSchema> rest = new LinkedHashMap<>(this.fields);
		rest.remove(field.toLowerCase(Locale.ROOT));
		return new ObjectSchema(this.name, this.prefix, rest);
	}

	/** Whether the name of a record is made of a first and a last name. */
	boolean isPerson() {
		return this.fields.containsKey("lastname");
	}

	@Nullable FieldSchema field(String field) {
		return this.fields.get(field.toLowerCase(Locale.ROOT));
	}

	/** Returns the reference that a relationship follows; null if there is none. */
	@Nullable FieldSchema reference(String relationship) {
		Collection<FieldSchema> all = this.fields.values();
		return all.stream()
			.filter(FieldSchema::isReference)
			.filter((field) -> field.relationship().equalsIgnoreCase(relationship))
			.findFirst()
			.orElse(null);
	}

}
