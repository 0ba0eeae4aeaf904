package io.frontlineservice.sandbox.crm.salesforce;

import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.security.interfaces.RSAPublicKey;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Signs programs in to a pretend Salesforce: by client credentials, by a JWT that the
 * program signs for a user, or by refresh tokens that rotate. As in Salesforce, a token
 * says nothing of its lifetime. Called by {@link PretendSalesforce}, and by tests to end
 * sessions. Thread-safe.
 */
public final class SalesforceAccess {

	/** The consumer key of the external client app. */
	public static final String CLIENT_ID = "3MVG9pretend";

	/** The consumer secret of the external client app. */
	public static final String CLIENT_SECRET = "pretend-consumer-secret";

	/** The user of the service, who may view all data. */
	public static final String USERNAME = "frontline@pretend.example.com";

	private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

	/** The users by the tokens of their sessions. */
	private final Map<String, String> sessions = new ConcurrentHashMap<>();

	private final RefreshTokens refreshTokens = new RefreshTokens();

	private final AtomicInteger issued = new AtomicInteger();

	private final JwtBearer jwts;

	private volatile @Nullable String instanceUrl;

	private final Clock clock;

	SalesforceAccess(Clock clock) {
		this.clock = clock;
		this.jwts = new JwtBearer(clock);
	}

	/** Returns the refresh tokens, to authorize the app. */
	public RefreshTokens refreshTokens() {
		return this.refreshTokens;
	}

	/** Accepts JWTs that are signed with the private key of this public key. */
	public void trust(RSAPublicKey key) {
		this.jwts.trust(key);
	}

	/** Permits the app to act as a user by a JWT, or forbids it from the next one on. */
	public void permit(String username, boolean permitted) {
		this.jwts.permit(username, permitted);
	}

	/** Ends all sessions, so that their tokens are refused. */
	public void endSessions() {
		this.sessions.clear();
	}

	/** Names another URL in tokens than the one that was called; null for that one. */
	public void instanceUrl(@Nullable String url) {
		this.instanceUrl = url;
	}

	/** Returns how many tokens were issued. */
	public int issuedTokens() {
		return this.issued.get();
	}

	/** Answers a request for a token. */
	CrmReply token(CrmRequest request) {
		String grant = String.valueOf(request.formField("grant_type"));
		return switch (grant) {
			case "client_credentials" -> clientCredentials(request);
			case JWT_BEARER -> jwtBearer(request);
			case "refresh_token" -> refreshToken(request);
			default -> error("unsupported_grant_type", "grant type not supported");
		};
	}

	/** Returns the user of the session of a request; null if it has none. */
	@Nullable String user(CrmRequest request) {
		String header = request.header("Authorization");
		return (header != null && header.startsWith("Bearer "))
				? this.sessions.get(header.substring("Bearer ".length())) : null;
	}

	private CrmReply clientCredentials(CrmRequest request) {
		CrmReply refusal = refusalOfClient(request);
		return (refusal != null) ? refusal : issue(request, USERNAME, null);
	}

	private CrmReply refreshToken(CrmRequest request) {
		CrmReply refusal = refusalOfClient(request);
		if (refusal != null) {
			return refusal;
		}
		String next = this.refreshTokens.next(String.valueOf(request.formField("refresh_token")));
		return (next != null) ? issue(request, USERNAME, next) : error("invalid_grant", "expired access/refresh token");
	}

	private static @Nullable CrmReply refusalOfClient(CrmRequest request) {
		if (!CLIENT_ID.equals(request.formField("client_id"))) {
			return error("invalid_client_id", "client identifier invalid");
		}
		return CLIENT_SECRET.equals(request.formField("client_secret")) ? null
				: error("invalid_client", "invalid client credentials");
	}

	private CrmReply jwtBearer(CrmRequest request) {
		JwtBearer.Assertion assertion = this.jwts.read(request.formField("assertion"));
		return (assertion.problem() != null) ? error("invalid_grant", assertion.problem())
				: issue(request, assertion.username(), null);
	}

	private CrmReply issue(CrmRequest request, String username, @Nullable String refreshToken) {
		String url = (this.instanceUrl != null) ? this.instanceUrl : "http://" + request.header("Host");
		String token = "00D5g000000pretend!AQ.session" + this.issued.incrementAndGet();
		this.sessions.put(token, username);
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("access_token", token);
		if (refreshToken != null) {
			body.put("refresh_token", refreshToken);
		}
		body.put("signature", "c2lnbmF0dXJl");
		body.put("scope", "api");
		body.put("instance_url", url);
		body.put("id", url + "/id/00D5g000000pretend/0055g0000000001");
		body.put("token_type", "Bearer");
		body.put("issued_at", String.valueOf(this.clock.millis()));
		return CrmReply.json(200, body);
	}

	private static CrmReply error(String code, String description) {
		return CrmReply.json(400, Map.of("error", code, "error_description", description));
	}

}
