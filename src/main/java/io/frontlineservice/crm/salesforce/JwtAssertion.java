package io.frontlineservice.crm.salesforce;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jwt.JWTClaimsSet;
import io.frontlineservice.crm.http.JwtKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

/**
 * The signed statement that this service is the external client app, and acts for a user.
 * Sent by {@link SalesforceTokens} in place of a secret. Immutable.
 *
 * @param key the private key of the app's certificate
 * @see <a href=
 * "https://help.salesforce.com/s/articleView?id=xcloud.remoteaccess_oauth_jwt_flow.htm">JWT
 * bearer flow</a>
 */
record JwtAssertion(JwtKey key, String clientId, String username, String audience) {

	/** Salesforce accepts at most 3 minutes; clocks differ. */
	private static final Duration LIFETIME = Duration.ofMinutes(2);

	private static final String PRODUCTION = "https://login.salesforce.com";

	private static final String SANDBOXES = "https://test.salesforce.com";

	private static final String SANDBOX_DOMAIN = ".sandbox.my.salesforce.com";

	/** Returns the assertion of settings that have been checked. */
	static JwtAssertion of(SalesforceSettings settings) {
		String audience = settings.audience();
		if (audience == null || audience.isBlank()) {
			audience = settings.url().base().endsWith(SANDBOX_DOMAIN) ? SANDBOXES : PRODUCTION;
		}
		return new JwtAssertion(JwtKey.of(settings.privateKey()).orElseThrow(), settings.clientId(),
				String.valueOf(settings.username()), audience);
	}

	/** Returns the assertion for another user. */
	JwtAssertion actingAs(String username) {
		return new JwtAssertion(this.key, this.clientId, username, this.audience);
	}

	/** Returns the statement, valid from now on for a short time. */
	String signed(Instant now) {
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(this.clientId)
			.subject(this.username)
			.audience(this.audience)
			.expirationTime(Date.from(now.plus(LIFETIME)))
			.build();
		return this.key.sign(new JWSHeader(JWSAlgorithm.RS256), claims);
	}

	/** Does not show the user. */
	@Override
	public String toString() {
		return "***";
	}

}
