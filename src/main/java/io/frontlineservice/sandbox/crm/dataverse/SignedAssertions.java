package io.frontlineservice.sandbox.crm.dataverse;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the assertions by which an app signs in with its certificate. Each is accepted
 * once. Used by {@link EntraAccess}. Thread-safe.
 *
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/certificate-credentials">Certificate
 * credentials</a>
 */
final class SignedAssertions {

	private static final String AUDIENCE_END = "/" + EntraAccess.TENANT_ID + "/oauth2/v2.0/token";

	private final Set<String> used = ConcurrentHashMap.newKeySet();

	private final Clock clock;

	private volatile @Nullable X509Certificate certificate;

	SignedAssertions(Clock clock) {
		this.clock = clock;
	}

	void trust(X509Certificate certificate) {
		this.certificate = certificate;
	}

	/** Returns why an assertion is not accepted; null if it is. */
	@Nullable String problem(String assertion) {
		X509Certificate its = this.certificate;
		if (its == null) {
			return "The app has no certificate.";
		}
		try {
			SignedJWT jwt = SignedJWT.parse(assertion);
			boolean isSigned = jwt.getHeader().getAlgorithm().equals(JWSAlgorithm.PS256)
					&& thumbprint(its).equals(jwt.getHeader().getX509CertSHA256Thumbprint())
					&& jwt.verify(new RSASSAVerifier((RSAPublicKey) its.getPublicKey()));
			return isSigned ? problem(jwt.getJWTClaimsSet()) : "The certificate is not registered on the application.";
		}
		catch (ParseException | JOSEException ex) {
			return "The client assertion is malformed.";
		}
	}

	private @Nullable String problem(JWTClaimsSet claims) {
		Instant now = this.clock.instant();
		Date end = claims.getExpirationTime();
		Date start = claims.getNotBeforeTime();
		if (!EntraAccess.CLIENT_ID.equals(claims.getIssuer()) || !EntraAccess.CLIENT_ID.equals(claims.getSubject())) {
			return "The issuer and the subject must be the application.";
		}
		List<String> audience = claims.getAudience();
		if (audience.size() != 1 || !audience.get(0).endsWith(AUDIENCE_END)) {
			return "The audience is invalid.";
		}
		if (end == null || end.toInstant().isBefore(now) || start == null || start.toInstant().isAfter(now)) {
			return "The client assertion is not within its valid time range.";
		}
		String id = claims.getJWTID();
		return (id != null && this.used.add(id)) ? null : "The client assertion was used before.";
	}

	private static Base64URL thumbprint(X509Certificate certificate) {
		try {
			return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
		}
		catch (CertificateEncodingException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
