package io.frontlineservice.sandbox.crm.salesforce;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the JWTs with which a program signs in to a pretend Salesforce for a user. Used
 * by {@link SalesforceAccess}. Thread-safe.
 */
final class JwtBearer {

	private static final Set<String> AUDIENCES = Set.of("https://login.salesforce.com", "https://test.salesforce.com");

	private static final Duration LONGEST_ASSERTION = Duration.ofMinutes(5);

	/** The users who are permitted to use the app. */
	private final Set<String> permitted = ConcurrentHashMap.newKeySet();

	private volatile @Nullable RSAPublicKey certificate;

	private final Clock clock;

	JwtBearer(Clock clock) {
		this.clock = clock;
		permit(SalesforceAccess.USERNAME, true);
	}

	void trust(RSAPublicKey key) {
		this.certificate = key;
	}

	void permit(String username, boolean permitted) {
		if (permitted) {
			this.permitted.add(username);
		}
		else {
			this.permitted.remove(username);
		}
	}

	/** Returns the user whom a JWT is for, or why it is not accepted. */
	Assertion read(@Nullable String assertion) {
		RSAPublicKey key = this.certificate;
		try {
			SignedJWT jwt = SignedJWT.parse(assertion);
			if (key == null || !jwt.verify(new RSASSAVerifier(key))) {
				return new Assertion("", "invalid assertion");
			}
			JWTClaimsSet claims = jwt.getJWTClaimsSet();
			return new Assertion(String.valueOf(claims.getSubject()), problem(claims));
		}
		catch (ParseException | JOSEException ex) {
			return new Assertion("", "invalid assertion");
		}
	}

	private @Nullable String problem(JWTClaimsSet claims) {
		if (!SalesforceAccess.CLIENT_ID.equals(claims.getIssuer())) {
			return "client identifier invalid";
		}
		if (!this.permitted.contains(String.valueOf(claims.getSubject()))) {
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

	/**
	 * What a JWT says.
	 *
	 * @param problem why it is not accepted; null if it is
	 */
	record Assertion(String username, @Nullable String problem) {
	}

}
