package io.frontlineservice.sandbox.crm.dataverse;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The token endpoint of a pretend Microsoft Entra, for an app with a secret and a
 * certificate. Called by {@link PretendDataverse}, and by tests. Thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow">Client
 * credentials flow</a>
 */
public final class EntraAccess {

	/** The directory. */
	public static final String TENANT_ID = "8d1c2a3b-0000-4000-8000-00000000beef";

	/** The application id of the app. */
	public static final String CLIENT_ID = "5f0d1e2c-0000-4000-8000-00000000cafe";

	/** The secret of the app. */
	public static final String CLIENT_SECRET = "pretend-client-secret";

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private static final int LIFETIME = 3599;

	private final Set<String> tokens = ConcurrentHashMap.newKeySet();

	private final AtomicInteger issued = new AtomicInteger();

	private final SignedAssertions assertions;

	EntraAccess(Clock clock) {
		this.assertions = new SignedAssertions(clock);
	}

	/** Adds a certificate to the app. */
	public void upload(X509Certificate certificate) {
		this.assertions.trust(certificate);
	}

	/** Ends all tokens. */
	public void endTokens() {
		this.tokens.clear();
	}

	/** Returns how many tokens were issued. */
	public int issuedTokens() {
		return this.issued.get();
	}

	/** Returns whether a request has a token that is valid. */
	boolean isAuthorized(CrmRequest request) {
		String header = request.header("Authorization");
		return header != null && header.startsWith("Bearer ")
				&& this.tokens.contains(header.substring("Bearer ".length()));
	}

	/** Answers a request for a token. */
	CrmReply token(CrmRequest request, String tenant) {
		if (!tenant.equals(TENANT_ID)) {
			return error(400, "invalid_request", 90002, "Tenant '" + tenant + "' not found.");
		}
		if (!"client_credentials".equals(request.formField("grant_type"))) {
			return error(400, "unsupported_grant_type", 70003, "The app requested an unsupported grant type.");
		}
		if (!CLIENT_ID.equals(request.formField("client_id"))) {
			return error(400, "unauthorized_client", 700016, "Application was not found in the directory.");
		}
		String scope = request.formField("scope");
		if (scope == null || !scope.matches("https?://[^/]+/\\.default")) {
			return error(400, "invalid_scope", 70011, "The provided request must include a valid 'scope'.");
		}
		String problem = problem(request);
		if (problem != null) {
			return error(401, "invalid_client", 7000215, problem);
		}
		String token = "eyJ0.pretend" + this.issued.incrementAndGet() + ".c2ln";
		this.tokens.add(token);
		return CrmReply.json(200, Map.of("token_type", "Bearer", "expires_in", LIFETIME, "ext_expires_in", LIFETIME,
				"access_token", token));
	}

	private @Nullable String problem(CrmRequest request) {
		String assertion = request.formField("client_assertion");
		if (assertion == null) {
			return CLIENT_SECRET.equals(request.formField("client_secret")) ? null : "Invalid client secret provided.";
		}
		return ASSERTION_TYPE.equals(request.formField("client_assertion_type")) ? this.assertions.problem(assertion)
				: "The client assertion type is not supported.";
	}

	private static CrmReply error(int status, String error, int code, String description) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("error", error);
		body.put("error_description", "AADSTS" + code + ": " + description);
		body.put("error_codes", List.of(code));
		body.put("trace_id", "00000000-0000-0000-0000-000000000000");
		return CrmReply.json(status, body);
	}

}
