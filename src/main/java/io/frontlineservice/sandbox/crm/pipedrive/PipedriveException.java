package io.frontlineservice.sandbox.crm.pipedrive;

import io.frontlineservice.sandbox.crm.CrmReply;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A call that the pretend Pipedrive answers with an error, as Pipedrive writes it. */
final class PipedriveException extends RuntimeException {

	private static final String INFO = "Please check developers.pipedrive.com";

	private final transient CrmReply reply;

	private PipedriveException(CrmReply reply) {
		super("HTTP " + reply.status());
		this.reply = reply;
	}

	static PipedriveException invalid(String message) {
		return error(400, message);
	}

	/** The error of the gateway has another form than all others. */
	static PipedriveException unauthorized() {
		return new PipedriveException(CrmReply.json(401,
				Map.of("success", false, "error", "unauthorized access", "errorCode", 401, "error_info", INFO)));
	}

	static PipedriveException forbidden() {
		return error(403, "Scope and URL mismatch");
	}

	static PipedriveException notFound(String what) {
		return error(404, what + " not found");
	}

	static PipedriveException limited() {
		return error(429, "Rate limit exceeded");
	}

	private static PipedriveException error(int status, String message) {
		Map<String, @Nullable Object> body = new HashMap<>();
		body.put("success", false);
		body.put("error", message);
		body.put("error_info", INFO);
		body.put("data", null);
		body.put("additional_data", null);
		return new PipedriveException(CrmReply.json(status, body));
	}

	static void require(boolean holds, String message) {
		if (!holds) {
			throw invalid(message);
		}
	}

	CrmReply reply() {
		return this.reply;
	}

}
