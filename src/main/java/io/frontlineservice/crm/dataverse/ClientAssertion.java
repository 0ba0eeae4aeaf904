package io.frontlineservice.crm.dataverse;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.JWTClaimsSet;
import io.frontlineservice.crm.http.JwtKey;
import io.frontlineservice.privacy.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The signed statement by which the app signs in with its certificate. Sent by
 * {@link DataverseTokens} in place of a secret. Immutable.
 *
 * @param key the private key of the certificate
 * @param certificate the certificate, by which Entra finds the public key
 * @see <a href=
 * "https://learn.microsoft.com/entra/identity-platform/certificate-credentials">Certificate
 * credentials</a>
 */
record ClientAssertion(JwtKey key, X509Certificate certificate, String clientId, String tokenUrl) {

	private static final Duration LIFETIME = Duration.ofMinutes(5);

	/** Returns the first certificate in a text; empty if there is none. */
	static Optional<X509Certificate> certificate(@Nullable String pem) {
		if (pem == null) {
			return Optional.empty();
		}
		try {
			List<X509Certificate> certificates = PemContent.of(pem).getCertificates();
			return (certificates != null) ? certificates.stream().findFirst() : Optional.empty();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return Optional.empty();
		}
	}

	/** Returns whether a certificate is that of a private key. */
	static boolean belongsTo(X509Certificate certificate, Secret privateKey) {
		return JwtKey.of(privateKey)
			.filter((its) -> certificate.getPublicKey() instanceof RSAPublicKey rsa
					&& rsa.getModulus().equals(its.key().getModulus()))
			.isPresent();
	}

	/** Returns the statement, valid from now on for a short time, and once. */
	String signed(Instant now) {
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.PS256).type(JOSEObjectType.JWT)
			.x509CertSHA256Thumbprint(thumbprint())
			.build();
		JWTClaimsSet claims = new JWTClaimsSet.Builder().issuer(this.clientId)
			.subject(this.clientId)
			.audience(this.tokenUrl)
			.jwtID(UUID.randomUUID().toString())
			.issueTime(Date.from(now))
			.notBeforeTime(Date.from(now))
			.expirationTime(Date.from(now.plus(LIFETIME)))
			.build();
		return this.key.sign(header, claims);
	}

	private Base64URL thumbprint() {
		try {
			byte[] der = this.certificate.getEncoded();
			return Base64URL.encode(MessageDigest.getInstance("SHA-256").digest(der));
		}
		catch (CertificateEncodingException | NoSuchAlgorithmException ex) {
			throw new IllegalStateException("The certificate for Dataverse has no thumbprint", ex);
		}
	}

}
