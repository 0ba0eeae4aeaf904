package io.frontlineservice.sandbox.crm.airtable;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The type of a field of a {@link Table}, of those that a customer can have. */
public enum FieldType {

	/** A text in one line. */
	TEXT("singleLineText"),

	/** A text of several lines. */
	LONG_TEXT("multilineText"),

	/** A number with a layout that Airtable does not check. */
	PHONE("phoneNumber"),

	/** An e-mail address that Airtable does not check. */
	EMAIL("email"),

	/** A number. */
	NUMBER("number"),

	/** Yes or no: no is an empty value. */
	CHECKBOX("checkbox"),

	/** A user: an object with an id, an e-mail address and a name. */
	USER("singleCollaborator"),

	/** Several users. */
	USERS("multipleCollaborators"),

	/** Files: objects with a URL that ends after some time. */
	ATTACHMENTS("multipleAttachments"),

	/** Records of another table: their ids in answers, and their names in formulas. */
	LINKS("multipleRecordLinks");

	private final String written;

	FieldType(String written) {
		this.written = written;
	}

	String written() {
		return this.written;
	}

	/** Whether answers omit that value. */
	static boolean isEmpty(@Nullable Object value) {
		return value == null || value.equals("") || value.equals(false)
				|| (value instanceof Collection<?> list && list.isEmpty());
	}

	/** Returns what a formula sees of a value: of users the names, of files too. */
	static Object inFormula(@Nullable Object value) {
		if (value instanceof Collection<?> list) {
			return list.stream().map((it) -> inFormula(it).toString()).collect(Collectors.joining(", "));
		}
		if (value instanceof Map<?, ?> object) {
			Object name = object.get("name");
			return String.valueOf((name != null) ? name : object.get("filename"));
		}
		if (value instanceof Boolean flag) {
			return flag ? 1.0 : 0.0;
		}
		return (value instanceof Number number) ? number.doubleValue() : Objects.requireNonNullElse(value, "");
	}

}
