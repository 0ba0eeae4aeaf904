package io.frontlineservice.sandbox.crm.contract;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.Map;

/** A call that {@link PretendCustomersApi} answers with an error. */
final class ApiError extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient CrmReply reply;

	private ApiError(int status, String code, String message) {
		super("HTTP " + status);
		this.reply = CrmReply.json(status, Map.of("error", Map.of("code", code, "message", message)));
	}

	static ApiError invalid(String message) {
		return new ApiError(400, "invalid_parameter", message);
	}

	static ApiError unauthorized() {
		return new ApiError(401, "unauthorized", "The token is wrong");
	}

	static ApiError notFound() {
		return new ApiError(404, "not_found", "There is no customer with that id");
	}

	static ApiError tooManyRequests() {
		return new ApiError(429, "too_many_requests", "Too many requests");
	}

	CrmReply reply() {
		return this.reply;
	}

}
