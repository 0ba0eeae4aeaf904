package io.frontlineservice.sandbox.crm.hubspot;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.List;
import java.util.Map;

/** A call that the pretend HubSpot answers with an error, as HubSpot writes it. */
final class HubSpotException extends RuntimeException {

	private static final String CORRELATION_ID = "a1b2c3d4-e5f6-7890-abcd-ef1234567890";

	private final transient CrmReply reply;

	private HubSpotException(CrmReply reply) {
		super("HTTP " + reply.status());
		this.reply = reply;
	}

	static HubSpotException invalid(String message) {
		return error(400, "VALIDATION_ERROR", message);
	}

	static HubSpotException unauthorized() {
		return error(401, "INVALID_AUTHENTICATION", "Authentication credentials not found. This API supports OAuth 2.0 "
				+ "authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview");
	}

	static HubSpotException notFound() {
		return error(404, "OBJECT_NOT_FOUND", "resource not found");
	}

	static HubSpotException missingScope(String scope) {
		String message = "This app hasn't been granted all required scopes to make this call.";
		return new HubSpotException(CrmReply.json(403,
				Map.of("status", "error", "message", message, "correlationId", CORRELATION_ID, "category",
						"MISSING_SCOPES", "errors",
						List.of(Map.of("message", "One or more of the following scopes are required.", "context",
								Map.of("requiredGranularScopes", List.of(scope)))))));
	}

	/** The error of a rate limit has another form than all others. */
	static HubSpotException limited(String policy) {
		return new HubSpotException(CrmReply.json(429,
				Map.of("status", "error", "message", "You have reached your limit.", "errorType", "RATE_LIMIT",
						"correlationId", CORRELATION_ID, "policyName", policy, "requestId", CORRELATION_ID)));
	}

	private static HubSpotException error(int status, String category, String message) {
		return new HubSpotException(CrmReply.json(status,
				Map.of("status", "error", "message", message, "correlationId", CORRELATION_ID, "category", category)));
	}

	CrmReply reply() {
		return this.reply;
	}

}
