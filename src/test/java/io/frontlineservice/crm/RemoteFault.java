package io.frontlineservice.crm;

import io.frontlineservice.http.RawServer;
import io.frontlineservice.sandbox.crm.CrmFault;
import io.frontlineservice.sandbox.crm.CrmReply;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/**
 * What can be wrong with a CRM over HTTP, or with the network to it: one fault of each
 * kind. {@code ApiFaultTests} has more of each, below the edge.
 */
enum RemoteFault {

	REFUSED(true, RemoteCrm::refuse, "unavailable"),

	RESET(true, RemoteCrm::reset, "unavailable"),

	SILENT(true, (crm) -> crm.answer(RawServer.silent()), "unavailable", "late"),

	SLOW_BODY(true, (crm) -> crm.answer(RawServer.trickles(ok(5_000) + "{")), "unavailable", "late"),

	CUT_IN_THE_BODY(true, (crm) -> crm.answer(RawServer.sendsAndCloses(ok(5_000) + "{\"results\": []")), "unavailable"),

	CLOSED_WITHOUT_ANSWER(true, (crm) -> crm.server().faults().change(CrmFault.DEAD, true), "unavailable"),

	INTERNAL_ERROR(true, (crm) -> answer(crm, CrmReply.json(500, Map.of())), "unavailable"),

	/** Further calls wait for the end of the pause that the CRM asks for. */
	MAINTENANCE_WITH_RETRY_AFTER(false,
			(crm) -> answer(crm, CrmReply.text(503, "text/html", "").with("Retry-After", "1")), "unavailable",
			"limited"),

	TOO_MANY_REQUESTS(false, (crm) -> answer(crm, CrmReply.json(429, Map.of()).with("Retry-After", "1")), "limited"),

	LOGIN_PAGE(true, (crm) -> answer(crm, CrmReply.text(200, "text/html", "<html>Sign in</html>")), "unreadable"),

	OTHER_JSON(true, (crm) -> answer(crm, CrmReply.json(200, Map.of("unexpected", true))), "unreadable"),

	REDIRECT(true, (crm) -> answer(crm, CrmReply.text(302, "text/html", "").with("Location", "http://localhost:1/")),
			"unreadable"),

	/** Of a proxy: it does not say that a customer does not exist. */
	NOT_FOUND_PAGE(true, (crm) -> answer(crm, CrmReply.text(404, "text/html", "<html></html>")), "unreadable"),

	CREDENTIALS_REVOKED(true, RemoteCrm::revokeCredentials, "credentials"),

	PERMISSION_MISSING(true, RemoteCrm::removePermission, "permission");

	private final boolean opensBreaker;

	// No action has a state.
	@SuppressWarnings("ImmutableEnumChecker")
	private final Action begin;

	@SuppressWarnings("ImmutableEnumChecker")
	private final Set<String> errors;

	RemoteFault(boolean opensBreaker, Action begin, String... errors) {
		this.opensBreaker = opensBreaker;
		this.begin = begin;
		this.errors = Set.of(errors);
	}

	private static String ok(int length) {
		return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + length + "\r\n\r\n";
	}

	private static void answer(RemoteCrm crm, CrmReply reply) {
		crm.server().faults().answer((request) -> true, Integer.MAX_VALUE, reply);
	}

	void begin(RemoteCrm crm) throws IOException {
		this.begin.on(crm);
	}

	/** Whether the CRM fails, and is not only busy. */
	boolean opensBreaker() {
		return this.opensBreaker;
	}

	/** Returns what operators may read of it. */
	Set<String> errors() {
		return this.errors;
	}

	private interface Action {

		void on(RemoteCrm crm) throws IOException;

	}

}
