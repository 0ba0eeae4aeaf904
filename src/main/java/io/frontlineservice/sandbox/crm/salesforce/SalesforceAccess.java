package io.frontlineservice.sandbox.crm.salesforce;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Signs programs in to a pretend Salesforce: by client credentials, by a JWT that the
 * program signs for a user, or by refresh tokens, each of which is valid once. As in
 * Salesforce, a token says nothing of its lifetime. Called by {@link PretendSalesforce},
 * and by tests to end sessions. Thread-safe.
 */
public final class SalesforceAccess {

	/** The consumer key of the external client app. */
	public static final String CLIENT_ID = "3MVG9pretend";

	/** The consumer secret of the external client app. */
	public static final String CLIENT_SECRET = "pretend-consumer-secret";

	/** The user that JWTs are accepted for. */
	public static final String USERNAME = "frontline@pretend.example.com";

	private static final String JWT_BEARER = "urn:ietf:params:oauth:grant-type:jwt-bearer";

	private static final Set<String> AUDIENCES = Set.of("https://login.salesforce.com", "https://test.salesforce.com");

	private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);

	private final Set<String> sessions = ConcurrentHashMap.newKeySet();

	private final RefreshTokens refreshTokens = new RefreshTokens();

	private final AtomicInteger issued = new AtomicInteger();

	private volatile @Nullable RSAPublicKey certificate;

	private volatile @Nullable String instanceUrl;

	private final Clock clock;

	SalesforceAccess(Clock clock) {
		this.clock = clock;
	}

	/** Returns the refresh tokens, to authorize the app. */
	public RefreshTokens refreshTokens() {
		return this.refreshTokens;
	}

	/** Accepts JWTs that are signed with the private key of this public key. */
	public void trust(RSAPublicKey key) {
		this.certificate = key;
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

	/** Returns whether the request has the token of a session. */
	boolean permits(CrmRequest request) {
		String header = request.header("Authorization");
		return header != null && header.startsWith("Bearer ")
				&& this.sessions.contains(header.substring("Bearer ".length()));
	}

	private CrmReply clientCredentials(CrmRequest request) {
		CrmReply refusal = refusalOfClient(request);
		return (refusal != null) ? refusal : issue(request, null);
	}

	private CrmReply refreshToken(CrmRequest request) {
		CrmReply refusal = refusalOfClient(request);
		if (refusal != null) {
			return refusal;
		}
		String next = this.refreshTokens.next(String.valueOf(request.formField("refresh_token")));
		return (next != null) ? issue(request, next) : error("invalid_grant", "expired access/refresh token");
	}

	private static @Nullable CrmReply refusalOfClient(CrmRequest request) {
		if (!CLIENT_ID.equals(request.formField("client_id"))) {
			return error("invalid_client_id", "client identifier invalid");
		}
		return CLIENT_SECRET.equals(request.formField("client_secret")) ? null
				: error("invalid_client", "invalid client credentials");
	}

	private CrmReply jwtBearer(CrmRequest request) {
		RSAPublicKey key = this.certificate;
		try {
			SignedJWT jwt = SignedJWT.parse(request.formField("assertion"));
			if (key == null || !jwt.verify(new RSASSAVerifier(key))) {
				return error("invalid_grant", "invalid assertion");
			}
			String problem = problem(jwt.getJWTClaimsSet());
			return (problem != null) ? error("invalid_grant", problem) : issue(request, null);
		}
		catch (ParseException | JOSEException ex) {
			return error("invalid_grant", "invalid assertion");
		}
	}

	private @Nullable String problem(JWTClaimsSet claims) {
		if (!CLIENT_ID.equals(claims.getIssuer())) {
			return "client identifier invalid";
		}
		if (!USERNAME.equals(claims.getSubject())) {
			return "user hasn't approved this consumer";
		}
		if (claims.getAudience().isEmpty() || !AUDIENCES.containsAll(claims.getAudience())) {
			return "audience is invalid";
		}
		Date end = claims.getExpirationTime();
		Instant now = this.clock.instant();
		return (end == null || end.toInstant().isBefore(now) || end.toInstant().isAfter(now.plus(LONGEST_ASSERTION)))
				? "expired authorization code" : null;
	}

	private CrmReply issue(CrmRequest request, @Nullable String refreshToken) {
		String url = (this.instanceUrl != null) ? this.instanceUrl : "http://" + request.header("Host");
		String token = "00D5g000000pretend!AQ.session" + this.issued.incrementAndGet();
		this.sessions.add(token);
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
