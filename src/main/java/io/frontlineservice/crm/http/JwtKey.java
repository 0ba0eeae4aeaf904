package io.frontlineservice.crm.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontlineservice.privacy.Secret;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.pem.PemContent;

/**
 * The RSA key of a client that signs in by JWTs in place of a secret. Made by adapters of
 * their settings. Immutable.
 *
 * @param key the private key
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7523">JWT profile for OAuth 2.0</a>
 */
public record JwtKey(RSAPrivateKey key) {

	/** Returns the RSA key in a text; empty if there is none. */
	public static Optional<JwtKey> of(@Nullable Secret pem) {
		if (pem == null) {
			return Optional.empty();
		}
		try {
			PrivateKey key = PemContent.of(pem.reveal()).getPrivateKey();
			return (key instanceof RSAPrivateKey rsa) ? Optional.of(new JwtKey(rsa)) : Optional.empty();
		}
		catch (IllegalArgumentException | IllegalStateException ex) {
			return Optional.empty();
		}
	}

	/** Returns these claims as a signed JWT. */
	public String sign(JWSHeader header, JWTClaimsSet claims) {
		SignedJWT jwt = new SignedJWT(header, claims);
		try {
			jwt.sign(new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException("The private key for the CRM cannot sign", ex);
		}
		return jwt.serialize();
	}

	/** Does not show the key. */
	@Override
	public String toString() {
		return "***";
	}

}
