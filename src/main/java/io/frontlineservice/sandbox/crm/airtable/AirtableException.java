package io.frontlineservice.sandbox.crm.airtable;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.List;
import java.util.Map;

/** A call that the pretend Airtable answers with an error, as Airtable writes it. */
final class AirtableException extends RuntimeException {

	private final transient CrmReply reply;

	private AirtableException(CrmReply reply) {
		super("HTTP " + reply.status());
		this.reply = reply;
	}

	private static AirtableException of(int status, String type, String message) {
		return new AirtableException(CrmReply.json(status, Map.of("error", Map.of("type", type, "message", message))));
	}

	static AirtableException unauthorized() {
		return of(401, "AUTHENTICATION_REQUIRED", "Authentication required");
	}

	/** Airtable does not say whether a scope, the base or the table is missing. */
	static AirtableException forbidden() {
		return of(403, "INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND",
				"Invalid permissions, or the requested model was not found. Check that both your user and your token "
						+ "have the required permissions, and that the model names and/or ids are correct.");
	}

	/** The error is a text and not an object. */
	static AirtableException notFound() {
		return new AirtableException(CrmReply.json(404, Map.of("error", "NOT_FOUND")));
	}

	static AirtableException invalid(String message) {
		return of(422, "INVALID_REQUEST_UNKNOWN", "Invalid request: " + message);
	}

	static AirtableException unknownField(String name) {
		return of(422, "UNKNOWN_FIELD_NAME", "Unknown field name: \"" + name + "\"");
	}

	static AirtableException formula(String problem) {
		return of(422, "INVALID_FILTER_BY_FORMULA", "The formula for filtering records is invalid: " + problem);
	}

	/** The error has no message. */
	static AirtableException iterationEnded() {
		return new AirtableException(
				CrmReply.json(422, Map.of("error", Map.of("type", "LIST_RECORDS_ITERATOR_NOT_AVAILABLE"))));
	}

	/** The errors are a list. */
	static AirtableException limited() {
		return new AirtableException(CrmReply.json(429, Map.of("errors", List
			.of(Map.of("error", "RATE_LIMIT_REACHED", "message", "Rate limit exceeded. Please try again later")))));
	}

	CrmReply reply() {
		return this.reply;
	}

}
