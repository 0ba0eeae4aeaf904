package io.frontlineservice.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.ErrorClass;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmBusyException;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.CustomerId;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.sandbox.crm.CrmReply;
import io.frontlineservice.sandbox.crm.CrmRequest;
import io.frontlineservice.sandbox.crm.salesforce.SalesforceAccess;
import java.math.BigInteger;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How the adapter signs in, and what it does when Salesforce refuses a call. */
class SalesforceAccessTests {

	private final TestSalesforce salesforce = new TestSalesforce();

	@AfterEach
	void close() {
		this.salesforce.close();
	}

	@Test
	void clientCredentialsAreSentInAForm() {
		Walk.all(this.salesforce.crm()).ids();
		CrmRequest request = this.salesforce.tokenRequests().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.query()).isEmpty();
		assertThat(request.header("Content-Type")).startsWith("application/x-www-form-urlencoded");
		assertThat(request.header("Authorization")).isNull();
		assertThat(request.formField("grant_type")).isEqualTo("client_credentials");
		assertThat(request.formField("client_id")).isEqualTo(SalesforceAccess.CLIENT_ID);
		assertThat(request.formField("client_secret")).isEqualTo(SalesforceAccess.CLIENT_SECRET);
	}

	@Test
	void tokenWithoutALifetimeIsUsedForAllCalls() throws Exception {
		SalesforceCrm crm = this.salesforce.crm();
		together(crm, 50);
		together(crm, 50);
		assertThat(this.salesforce.pretend().access().issuedTokens()).isEqualTo(1);
	}

	@Test
	void refusedSessionIsRenewedOnce() throws Exception {
		SalesforceCrm crm = this.salesforce.crm();
		together(crm, 1);
		this.salesforce.pretend().access().endSessions();
		// A session is not renewed in the first second after the one before.
		await().ignoreException(CrmErrorException.class).until(() -> Walk.all(crm).ids().isEmpty());
		together(crm, 50);
		assertThat(this.salesforce.pretend().access().issuedTokens()).isEqualTo(2);
	}

	@Test
	void callWithANewSessionThatIsRefusedFails() {
		SalesforceCrm crm = this.salesforce.crm();
		CrmReply expired = CrmReply.json(401,
				List.of(Map.of("message", "Session expired or invalid", "errorCode", "INVALID_SESSION_ID")));
		this.salesforce.server().faults().answer((request) -> request.path().contains("/query"), 1, expired);
		assertFails(crm, ErrorClass.CREDENTIALS);
		assertThat(this.salesforce.pretend().access().issuedTokens()).isEqualTo(1);
	}

	@Test
	void wrongSecretIsAProblemOfTheCredentials() {
		this.salesforce.set("client-secret", "wrong");
		assertFails(this.salesforce.crm(), ErrorClass.CREDENTIALS);
		assertThat(this.salesforce.queries()).isEmpty();
	}

	@Test
	void tokenOfAnotherOrgIsNotUsed() {
		this.salesforce.pretend().access().instanceUrl("https://other.my.salesforce.com");
		SalesforceCrm crm = this.salesforce.crm();
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> Walk.all(crm).ids())
			.withMessage("frontline.crm.salesforce.url is not the URL of the org's My Domain");
		assertThat(this.salesforce.queries()).isEmpty();
	}

	@Test
	void answerWithoutATokenIsUnreadable() {
		this.salesforce.server().faults().answerNext(CrmReply.json(200, Map.of("token_type", "Bearer")));
		assertFails(this.salesforce.crm(), ErrorClass.UNREADABLE);
	}

	@Test
	void jwtIsSignedForTheUser() throws Exception {
		this.salesforce.signInByJwt();
		assertThat(Walk.all(this.salesforce.crm()).ids()).isEmpty();
		CrmRequest request = this.salesforce.tokenRequests().get(0);
		assertThat(request.formField("grant_type")).isEqualTo("urn:ietf:params:oauth:grant-type:jwt-bearer");
		assertThat(request.formField("client_secret")).isNull();
		JWTClaimsSet claims = SignedJWT.parse(request.formField("assertion")).getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo(SalesforceAccess.CLIENT_ID);
		assertThat(claims.getSubject()).isEqualTo(SalesforceAccess.USERNAME);
		assertThat(claims.getAudience()).containsExactly("https://login.salesforce.com");
		assertThat(claims.getExpirationTime().toInstant()).isBetween(Instant.now(),
				Instant.now().plus(Duration.ofMinutes(3)));
	}

	@Test
	void jwtOfAnotherKeyIsRefused() throws Exception {
		RSAPublicKey own = (RSAPublicKey) TestSalesforce.KEYS.getPublic();
		RSAPublicKeySpec other = new RSAPublicKeySpec(own.getModulus().add(BigInteger.TWO), own.getPublicExponent());
		this.salesforce.signInByJwt();
		this.salesforce.pretend().access().trust((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(other));
		assertFails(this.salesforce.crm(), ErrorClass.CREDENTIALS);
	}

	@ParameterizedTest
	@CsvSource(nullValues = "-", textBlock = """
			https://acme.my.salesforce.com, -, https://login.salesforce.com
			https://acme--uat.sandbox.my.salesforce.com, -, https://test.salesforce.com
			https://acme.my.salesforce.com, https://acme.my.site.com, https://acme.my.site.com
			""")
	void audienceOfTheJwtFollowsFromTheUrl(String url, String audience, String expected) {
		this.salesforce.signInByJwt();
		this.salesforce.set("url", url);
		if (audience != null) {
			this.salesforce.set("audience", audience);
		}
		assertThat(JwtAssertion.of(this.salesforce.bound()).audience()).isEqualTo(expected);
	}

	@Test
	void refreshTokenIsReplacedByEachSignIn() {
		this.salesforce.set("refresh-token", this.salesforce.pretend().access().refreshTokens().authorize());
		assertThat(Walk.all(this.salesforce.crm()).ids()).isEmpty();
		assertThat(Walk.all(this.salesforce.crm()).ids()).isEmpty();
		assertThat(this.salesforce.tokenRequests()).singleElement()
			.satisfies((request) -> assertThat(request.formField("grant_type")).isEqualTo("refresh_token"));
		SalesforceCrm crm = this.salesforce.crm();
		Walk.all(crm).ids();
		this.salesforce.pretend().access().endSessions();
		// A session is not renewed in the first second after the one before.
		await().ignoreException(CrmErrorException.class).until(() -> Walk.all(crm).ids().isEmpty());
		assertThat(this.salesforce.pretend().access().issuedTokens()).isEqualTo(2);
	}

	@Test
	void refusedRefreshTokenNamesTheSetting() {
		this.salesforce.set("refresh-token", "unknown");
		assertThat(assertFails(this.salesforce.crm(), ErrorClass.CREDENTIALS))
			.startsWith("frontline.crm.salesforce.refresh-token is not accepted any more");
	}

	@Test
	void dailyLimitIsARateLimit() {
		SalesforceCrm crm = this.salesforce.crm();
		this.salesforce.pretend().callsLeft(0);
		assertThatExceptionOfType(CrmBusyException.class).isThrownBy(() -> Walk.all(crm).ids());
		this.salesforce.pretend().callsLeft(10);
		// No call is made until the pause is over.
		assertThatExceptionOfType(CrmBusyException.class)
			.isThrownBy(() -> crm.list(Audience.EVERYONE, "", null, 1, Deadline.in(Duration.ofSeconds(4))));
		assertThat(this.salesforce.queries()).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "400,MALFORMED_QUERY,INVALID_REQUEST", "400,INVALID_FIELD,PERMISSION", "400,INVALID_TYPE,PERMISSION",
			"400,QUERY_TIMEOUT,UNAVAILABLE", "403,API_DISABLED_FOR_ORG,PERMISSION",
			"403,INVALID_SESSION_ID,CREDENTIALS", "404,NOT_FOUND,INVALID_REQUEST",
			"410,UNSUPPORTED_API_VERSION,INVALID_REQUEST", "500,UNKNOWN_EXCEPTION,UNAVAILABLE",
			"503,SERVER_UNAVAILABLE,UNAVAILABLE" })
	void errorHasAClass(int status, String code, ErrorClass expected) {
		SalesforceCrm crm = this.salesforce.crm();
		CrmReply reply = CrmReply.json(status, List.of(Map.of("message", "Nora Lind", "errorCode", code)));
		this.salesforce.server().faults().answer((request) -> request.path().contains("/query"), 2, reply);
		assertThat(assertFails(crm, expected)).doesNotContain("Nora").doesNotContain(code);
	}

	@ParameterizedTest
	@ValueSource(strings = { "[{\"errorCode\": \"NOT_FOUND\", \"message\": \"\"}]", "<html></html>", "" })
	void missingResourceIsNotAMissingCustomer(String body) {
		SalesforceCrm crm = this.salesforce.crm();
		CrmReply reply = CrmReply.text(404, "application/json", body);
		this.salesforce.server().faults().answer((request) -> request.path().contains("/query"), 1, reply);
		assertThatExceptionOfType(CrmErrorException.class)
			.isThrownBy(() -> crm.byId(new CustomerId("003000000000001AAA"), Deadline.in(Duration.ofSeconds(4))));
	}

	@Test
	void answersWithoutRecordsAreUnreadable() {
		for (Object body : List.of(Map.of("done", true), Map.of("records", "none"), List.of(1),
				Map.of("records", List.of("x")))) {
			SalesforceCrm crm = this.salesforce.crm();
			this.salesforce.server()
				.faults()
				.answer((request) -> request.path().contains("/query"), 1, CrmReply.json(200, body));
			assertFails(crm, ErrorClass.UNREADABLE);
		}
	}

	private static String assertFails(SalesforceCrm crm, ErrorClass expected) {
		CrmErrorException[] failure = new CrmErrorException[1];
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> Walk.all(crm).ids())
			.satisfies((it) -> failure[0] = it);
		assertThat(failure[0].errorClass()).isEqualTo(expected);
		return failure[0].getMessage();
	}

	private static void together(SalesforceCrm crm, int calls) throws Exception {
		ExecutorService threads = Executors.newFixedThreadPool(Math.min(calls, 16));
		try {
			Callable<List<String>> call = () -> Walk.all(crm).ids();
			for (Future<List<String>> answer : threads.invokeAll(Collections.nCopies(calls, call))) {
				assertThat(answer.get()).isEmpty();
			}
		}
		finally {
			threads.shutdownNow();
		}
	}

}
