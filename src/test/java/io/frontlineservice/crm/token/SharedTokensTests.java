package io.frontlineservice.crm.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.CrmErrorException;
import io.frontlineservice.crm.http.GrantedTokens;
import io.frontlineservice.crm.http.TokenServer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.privacy.Secret;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Two instances on one PostgreSQL, and a CRM whose refresh tokens are valid once. */
@Timeout(60)
@ExtendWith(OutputCaptureExtension.class)
class SharedTokensTests {

	private static final String REAUTHORIZE = TokenServer.SETTING
			+ " is not accepted any more: authorize the app again, and set it to the new refresh token";

	private static final AtomicLong NANOS = new AtomicLong();

	/** Each test has tokens of its own in it. */
	private static final String URL = TestPostgres.newDatabase();

	private static final TestInstance ONE = new TestInstance(URL, NANOS);

	private static final TestInstance TWO = new TestInstance(URL, NANOS);

	private final TokenServer crm = new TokenServer();

	private final Secret first = this.crm.authorize();

	/** Another test may have had the same port, so that its tokens would be found. */
	@BeforeEach
	void removeTokens() {
		ONE.client().sql("delete from crm_token").update();
	}

	@AfterEach
	void close() {
		this.crm.close();
	}

	@AfterAll
	static void closeInstances() {
		ONE.close();
		TWO.close();
	}

	@Test
	void twoInstancesFetchOneTokenForAHundredRequests() throws Exception {
		List<AccessTokens> instances = List.of(tokens(ONE), tokens(TWO));
		assertThat(together(instances, 50)).hasSize(100).containsOnly("Bearer access-1");
		assertThat(this.crm.calls()).isEqualTo(1);
		pass(Duration.ofHours(1));
		assertThat(together(instances, 50)).hasSize(100).containsOnly("Bearer access-2");
		pass(Duration.ofHours(1));
		assertThat(together(instances, 50)).hasSize(100).containsOnly("Bearer access-3");
		assertThat(this.crm.calls()).isEqualTo(3);
		assertThat(this.crm.refusals()).isZero();
	}

	@Test
	void accessTokenThatIsRefusedIsReplacedForBothInstances() throws Exception {
		this.crm.lifetime(null);
		List<AccessTokens> instances = List.of(tokens(ONE), tokens(TWO));
		together(instances, 1);
		pass(Duration.ofHours(3));
		for (AccessTokens instance : instances) {
			assertThat(instance.renew("Bearer access-1", soon())).isTrue();
			assertThat(instance.header(soon())).isEqualTo("Bearer access-2");
		}
		assertThat(this.crm.calls()).isEqualTo(2);
	}

	@Test
	void restartedInstanceUsesTheStoredTokens() {
		tokens(ONE).header(soon());
		assertThat(tokens(ONE).header(soon())).isEqualTo("Bearer access-1");
		pass(Duration.ofHours(1));
		assertThat(tokens(ONE).header(soon())).isEqualTo("Bearer access-2");
		assertThat(this.crm.refusals()).isZero();
	}

	@Test
	void storeDisclosesNoToken() {
		tokens(ONE).header(soon());
		Map<String, Object> row = ONE.client()
			.sql("select * from crm_token where family = ?")
			.param(this.crm.family(this.first).key())
			.query()
			.singleRow();
		assertThat(row.values().toString()).doesNotContain("access-1", "refresh-1", this.first.reveal());
		assertThat(row).containsEntry("version", 1L);
	}

	@Test
	void instanceThatDiesWithAnAnswerCostsNothingDuringTheGracePeriod() {
		this.crm.graceful(true);
		tokens(ONE).header(soon());
		dieWithTheAnswer();
		pass(Duration.ofHours(1));
		assertThat(tokens(TWO).header(soon())).isEqualTo("Bearer access-3");
		assertThat(this.crm.refusals()).isZero();
	}

	@Test
	void instanceThatDiesWithAnAnswerNeedsANewAuthorizationAfterTheGracePeriod() {
		tokens(ONE).header(soon());
		dieWithTheAnswer();
		pass(Duration.ofHours(1));
		AccessTokens tokens = tokens(TWO);
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> tokens.header(soon()))
			.withMessage(REAUTHORIZE);
		assertThat(tokens(TWO, this.crm.authorize(), "client-secret").header(soon())).startsWith("Bearer access-");
	}

	@Test
	void newTokensAreStoredAlthoughTheConnectionIsLostMeanwhile() throws Exception {
		try (Connection connection = DriverManager.getConnection(URL)) {
			this.crm.onAnswer(() -> terminateOthers(connection));
			assertThat(tokens(ONE).header(soon())).isEqualTo("Bearer access-1");
			this.crm.onAnswer(() -> {
			});
		}
		assertThat(tokens(TWO).header(soon())).isEqualTo("Bearer access-1");
		pass(Duration.ofHours(1));
		assertThat(tokens(TWO).header(soon())).isEqualTo("Bearer access-2");
		assertThat(this.crm.refusals()).isZero();
	}

	@Test
	void changedClientSecretStartsAgainFromTheConfiguredToken(CapturedOutput output) {
		tokens(ONE).header(soon());
		assertThat(output).doesNotContain("cannot be decrypted");
		AccessTokens tokens = tokens(TWO, this.first, "new secret");
		assertThatExceptionOfType(CrmErrorException.class).isThrownBy(() -> tokens.header(soon()))
			.withMessage(REAUTHORIZE);
		assertThat(output).contains("The stored tokens of the CRM cannot be decrypted");
		Secret next = this.crm.authorize();
		assertThat(tokens(TWO, next, "new secret").header(soon())).isEqualTo("Bearer access-3");
	}

	@Test
	void newConfiguredTokenIsUsed() {
		tokens(ONE).header(soon());
		assertThat(tokens(ONE, this.crm.authorize(), "client-secret").header(soon())).isEqualTo("Bearer access-2");
		assertThat(this.crm.refusals()).isZero();
	}

	@Test
	void instanceWaitsForTheOtherOnlyUntilTheDeadline() throws Exception {
		tokens(ONE).header(soon());
		try (Connection connection = DriverManager.getConnection(URL)) {
			connection.setAutoCommit(false);
			connection.createStatement().executeQuery("select * from crm_token for update");
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> TWO.store()
					.replace(this.crm.family(this.first), (kept) -> kept, Deadline.in(Duration.ofMillis(200))))
				.withMessage("Another instance did not fetch an access token of the CRM in time");
		}
		assertThat(tokens(TWO).header(soon())).isEqualTo("Bearer access-1");
	}

	/** As a process that is killed after the CRM has replaced its refresh token. */
	private void dieWithTheAnswer() {
		assertThatExceptionOfType(StackOverflowError.class)
			.isThrownBy(() -> ONE.store().replace(this.crm.family(this.first), (kept) -> {
				exchange(kept);
				throw new StackOverflowError();
			}, soon()));
	}

	/** Sends the refresh token to the CRM. */
	private void exchange(GrantedTokens kept) {
		this.crm
			.source(this.crm.family(this.first),
					(family, replacement, deadline) -> replacement.apply(
							new GrantedTokens(kept.accessToken(), kept.refreshToken(), Duration.ZERO, Duration.ZERO)))
			.fetch(soon());
	}

	private static void terminateOthers(Connection connection) {
		try {
			connection.createStatement()
				.executeQuery("select pg_terminate_backend(pid) from pg_stat_activity "
						+ "where datname = current_database() and pid <> pg_backend_pid()");
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private AccessTokens tokens(TestInstance instance) {
		return tokens(instance, this.first, "client-secret");
	}

	private AccessTokens tokens(TestInstance instance, Secret firstToken, String clientSecret) {
		return instance.tokens(this.crm, this.crm.family(firstToken, clientSecret));
	}

	private void pass(Duration time) {
		NANOS.addAndGet(time.toNanos());
	}

	private static Deadline soon() {
		return Deadline.in(Duration.ofSeconds(8));
	}

	/** Returns the headers of concurrent requests of each instance. */
	private static List<String> together(List<AccessTokens> instances, int requests) throws Exception {
		List<Callable<String>> calls = new ArrayList<>();
		for (int i = 0; i < requests; i++) {
			instances.forEach((instance) -> calls.add(() -> instance.header(soon())));
		}
		ExecutorService threads = Executors.newFixedThreadPool(calls.size());
		try {
			List<String> headers = new ArrayList<>();
			for (Future<String> header : threads.invokeAll(calls)) {
				headers.add(header.get());
			}
			return headers;
		}
		finally {
			threads.shutdownNow();
		}
	}

}
