package io.frontlineservice.crm.dataverse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;

/** Key pairs and self-signed certificates, without a library. Used by the tests. */
final class TestCertificate {

	/** Made once, because it takes long. */
	static final KeyPair KEYS = keys();

	private static final byte[] SHA256_WITH_RSA = HexFormat.of().parseHex("300d06092a864886f70d01010b0500");

	/** CN=frontline. */
	private static final byte[] NAME = der(0x30, der(0x31, der(0x30, HexFormat.of().parseHex("0603550403"),
			der(0x0c, "frontline".getBytes(StandardCharsets.US_ASCII)))));

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'")
		.withZone(ZoneOffset.UTC);

	private TestCertificate() {
	}

	static KeyPair keys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
			generator.initialize(2048);
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns a certificate of these keys that ends then. */
	static X509Certificate of(KeyPair keys, Instant end) {
		try {
			byte[] content = der(0x30, HexFormat.of().parseHex("a003020102" + "020101"), SHA256_WITH_RSA, NAME,
					der(0x30, time(Instant.parse("2020-01-01T00:00:00Z")), time(end)), NAME,
					keys.getPublic().getEncoded());
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initSign(keys.getPrivate());
			signature.update(content);
			byte[] whole = der(0x30, content, SHA256_WITH_RSA, der(0x03, new byte[1], signature.sign()));
			return (X509Certificate) CertificateFactory.getInstance("X.509")
				.generateCertificate(new ByteArrayInputStream(whole));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Returns the private key in PEM. */
	static String privateKey(KeyPair keys) {
		return pem("PRIVATE KEY", keys.getPrivate().getEncoded());
	}

	/** Returns a certificate in PEM. */
	static String pem(X509Certificate certificate) {
		try {
			return pem("CERTIFICATE", certificate.getEncoded());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(String type, byte[] content) {
		return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content) + "\n-----END " + type
				+ "-----\n";
	}

	private static byte[] time(Instant time) {
		return der(0x17, TIME.format(time).getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] der(int tag, byte[]... contents) {
		ByteArrayOutputStream content = new ByteArrayOutputStream();
		for (byte[] part : contents) {
			content.writeBytes(part);
		}
		ByteArrayOutputStream whole = new ByteArrayOutputStream();
		whole.write(tag);
		int length = content.size();
		if (length < 128) {
			whole.write(length);
		}
		else if (length < 256) {
			whole.writeBytes(new byte[] { (byte) 0x81, (byte) length });
		}
		else {
			whole.writeBytes(new byte[] { (byte) 0x82, (byte) (length >> 8), (byte) length });
		}
		whole.writeBytes(content.toByteArray());
		return whole.toByteArray();
	}

}
