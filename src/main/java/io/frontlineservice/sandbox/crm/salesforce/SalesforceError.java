package io.frontlineservice.sandbox.crm.salesforce;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.List;
import java.util.Map;

/**
 * An error of Salesforce's REST API, whose body is an array. Answered by
 * {@link PretendSalesforce}. The codes are documented; some texts are made up.
 */
final class SalesforceError extends RuntimeException {

	private final int status;

	private final String code;

	private SalesforceError(int status, String code, String message) {
		super(message, null, false, false);
		this.status = status;
		this.code = code;
	}

	static SalesforceError invalidSession() {
		return new SalesforceError(401, "INVALID_SESSION_ID", "Session expired or invalid");
	}

	static SalesforceError requestLimitExceeded() {
		return new SalesforceError(403, "REQUEST_LIMIT_EXCEEDED", "TotalRequests Limit exceeded.");
	}

	static SalesforceError notFound() {
		return new SalesforceError(404, "NOT_FOUND", "The requested resource does not exist");
	}

	static SalesforceError uriTooLong() {
		return new SalesforceError(414, "URI_TOO_LONG", "URI Too Long");
	}

	static SalesforceError malformedQuery(String message) {
		return new SalesforceError(400, "MALFORMED_QUERY", message);
	}

	static SalesforceError noSuchField(String object, String field) {
		return new SalesforceError(400, "INVALID_FIELD", "No such column '" + field + "' on entity '" + object + "'");
	}

	static SalesforceError noSuchObject(String object) {
		return new SalesforceError(400, "INVALID_TYPE", "sObject type '" + object + "' is not supported.");
	}

	static SalesforceError invalidId(String value) {
		return new SalesforceError(400, "INVALID_QUERY_FILTER_OPERATOR", "invalid ID field: " + value);
	}

	CrmReply reply() {
		return CrmReply.json(this.status,
				List.of(Map.of("message", String.valueOf(getMessage()), "errorCode", this.code)));
	}

}
