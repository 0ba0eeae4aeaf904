package io.frontlineservice.crm.dataverse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.crm.http.JwtKey;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.CrmServer;
import io.frontlineservice.sandbox.crm.dataverse.EntraAccess;
import io.frontlineservice.sandbox.crm.dataverse.PretendDataverse;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the adapter signs in, and what it does when Dataverse refuses a call. */
class DataverseAccessTests {

	private final TestDataverse dataverse = new TestDataverse();

	@AfterEach
	void close() {
		this.dataverse.close();
	}

	@Test
	void secretIsSentInAForm() {
		Walk.all(this.dataverse.crm()).ids();
		CrmRequest request = this.dataverse.tokenRequests().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.path()).isEqualTo("/" + EntraAccess.TENANT_ID + "/oauth2/v2.0/token");
		assertThat(request.query()).isEmpty();
		assertThat(request.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
		assertThat(request.header("Authorization")).isNull();
		assertThat(request.formField("grant_type")).isEqualTo("client_credentials");
		assertThat(request.formField("client_id")).isEqualTo(EntraAccess.CLIENT_ID);
		assertThat(request.formField("client_secret")).isEqualTo(EntraAccess.CLIENT_SECRET);
		assertThat(request.formField("scope")).isEqualTo(this.dataverse.server().url() + "/.default");
		assertThat(request.formField("client_assertion")).isNull();
	}

	@Test
	void certificateSignsAnAssertion() throws Exception {
		this.dataverse.signInByCertificate();
		Instant start = Instant.now().minusSeconds(1);
		assertThat(Walk.all(this.dataverse.crm()).ids()).isEmpty();
		CrmRequest request = this.dataverse.tokenRequests().get(0);
		assertThat(request.formField("client_secret")).isNull();
		assertThat(request.formField("client_assertion_type"))
			.isEqualTo("urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
		SignedJWT jwt = SignedJWT.parse(request.formField("client_assertion"));
		byte[] der = ClientAssertion.certificate(this.dataverse.bound().certificate()).orElseThrow().getEncoded();
		assertThat(jwt.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
		assertThat(jwt.getHeader().getType().getType()).isEqualTo("JWT");
		assertThat(jwt.getHeader().getX509CertSHA256Thumbprint().decode())
			.isEqualTo(MessageDigest.getInstance("SHA-256").digest(der));
		JWTClaimsSet claims = jwt.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo(EntraAccess.CLIENT_ID);
		assertThat(claims.getSubject()).isEqualTo(EntraAccess.CLIENT_ID);
		assertThat(claims.getAudience())
			.containsExactly(this.dataverse.server().url() + "/" + EntraAccess.TENANT_ID + "/oauth2/v2.0/token");
		assertThat(claims.getJWTID()).hasSize(36);
		assertThat(claims.getNotBeforeTime().toInstant()).isBetween(start, Instant.now());
		assertThat(claims.getExpirationTime().toInstant()).isBetween(Instant.now(),
				Instant.now().plus(Duration.ofMinutes(10)));
	}

	@Test
	void eachAssertionIsUsedOnce() {
		DataverseCrm crm = this.dataverse.signInByCertificate().crm();
		assertThat(Walk.all(crm).ids()).isEmpty();
		this.dataverse.pretend().access().endTokens();
		await().ignoreException(CrmErrorException.class).until(() -> Walk.all(crm).ids().isEmpty());
		assertThat(this.dataverse.tokenRequests()).extracting((it) -> it.formField("client_assertion"))
			.doesNotHaveDuplicates();
		assertThat(this.dataverse.pretend().access().issuedTokens()).isEqualTo(2);
	}

	@Test
	void certificateThatTheAppDoesNotHaveIsRefused() {
		this.dataverse.signInByCertificate();
		KeyPair other = TestCertificate.keys();
		X509Certificate certificate = TestCertificate.of(other, Instant.parse("2045-01-01T00:00:00Z"));
		this.dataverse.set("private-key", TestCertificate.privateKey(other))
			.set("certificate", TestCertificate.pem(certificate));
		assertFails(ErrorClass.CREDENTIALS);
	}

	@ParameterizedTest
	@CsvSource({ "client-secret,wrong", "client-id,5f0d1e2c-0000-4000-8000-000000000000",
			"tenant-id,other.example.com" })
	void wrongCredentialsAreAProblemOfTheCredentials(String setting, String value) {
		this.dataverse.set(setting, value);
		assertFails(ErrorClass.CREDENTIALS);
		assertThat(this.dataverse.requests("contacts")).isEmpty();
	}

	@Test
	void answerWithoutATokenIsUnreadable() {
		this.dataverse.server().faults().answerNext(CrmReply.json(200, Map.of("token_type", "Bearer")));
		assertFails(ErrorClass.UNREADABLE);
	}

	@Test
	void oneTokenIsUsedForAllCalls() throws Exception {
		DataverseCrm crm = this.dataverse.crm();
		together(crm);
		together(crm);
		assertThat(this.dataverse.pretend().access().issuedTokens()).isEqualTo(1);
	}

	@Test
	void refusedTokenIsReplacedOnceForAllCalls() throws Exception {
		DataverseCrm crm = this.dataverse.crm();
		Walk.all(crm).ids();
		this.dataverse.pretend().access().endTokens();
		// A token is not fetched in the first second after the one before.
		await().ignoreException(CrmErrorException.class).until(() -> Walk.all(crm).ids().isEmpty());
		together(crm);
		assertThat(this.dataverse.pretend().access().issuedTokens()).isEqualTo(2);
	}

	/** The token endpoint is on another server than the data. */
	@Test
	void tokenIsNeverSentToTheLoginServer() {
		try (CrmServer login = CrmServer.start(new PretendDataverse(), 0)) {
			this.dataverse.set("login-url", login.url().toString());
			CrmReply token = CrmReply.json(200, Map.of("access_token", "eyJ0.other", "expires_in", 3599));
			login.faults().answer((request) -> true, 1, token);
			assertFails(ErrorClass.CREDENTIALS);
			assertThat(login.requests()).isNotEmpty()
				.allMatch((it) -> it.header("Authorization") == null && it.path().endsWith("/token"));
			assertThat(this.dataverse.tokenRequests()).isEmpty();
			assertThat(this.dataverse.requests("contacts")).extracting((it) -> it.header("Authorization"))
				.containsOnly("Bearer eyJ0.other");
		}
	}

	@Test
	void textsOfSecretsShowNothing() {
		DataverseSettings settings = this.dataverse.signInByCertificate().set("client-secret", "hidden").bound();
		assertThat(settings.toString()).doesNotContain("hidden").doesNotContain("PRIVATE KEY");
		assertThat(JwtKey.of(settings.privateKey()).orElseThrow()).hasToString("***");
	}

	private void assertFails(ErrorClass expected) {
		DataverseCrm crm = this.dataverse.crm();
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> Walk.all(crm).ids())
			.satisfies((ex) -> assertThat(ex.errorClass()).isEqualTo(expected));
	}

	private static void together(DataverseCrm crm) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(16);
		try {
			Callable<Boolean> call = () -> Walk.all(crm).ids().isEmpty();
			for (Future<Boolean> answer : threads.invokeAll(Collections.nCopies(50, call))) {
				assertThat(answer.get()).isTrue();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
