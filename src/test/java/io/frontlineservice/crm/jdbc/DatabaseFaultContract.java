package io.frontlineservice.crm.jdbc;

import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.frontlineservice.FreezableProxy;
import io.frontlineservice.crm.GuardedCrm;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmAdapter;
import io.frontlineservice.customer.CrmPage;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.customer.TestCustomers;
import io.frontlineservice.limit.Deadline;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Whatever the database does, a callback gets the customers or is answered by its
 * deadline. A failure is never an empty list.
 */
@Timeout(60)
abstract class DatabaseFaultContract {

	private static final Duration BUDGET = Duration.ofMillis(1600);

	/** Shorter than the wait for a connection. */
	private static final Duration SHORT_BUDGET = Duration.ofMillis(600);

	/** Far above the budget, so that a slow machine does not fail the test. */
	private static final Duration LONGEST_ANSWER = Duration.ofSeconds(4);

	private String url;

	private FreezableProxy proxy;

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final List<AutoCloseable> open = new ArrayList<>();

	private CrmAdapter crm;

	/** Creates a database and returns its URL, or skips the test. */
	protected abstract String newDatabase();

	/** Returns a function that waits for a minute. */
	protected abstract String sleep();

	/** Returns the rows of the table: 1 with the name 0001, and so on, to 100. */
	protected abstract String rows();

	/** Locks the table until the connection is closed. */
	protected abstract void lock(Statement statement) throws SQLException;

	/** Returns a query for the number of statements that the service runs. */
	protected abstract String runningStatements();

	/**
	 * Returns a query for the number of connections of the service that have been idle
	 * for longer than the half a second within which the pool does not check them.
	 */
	protected abstract String idleConnections();

	/** Ends all connections of the service. */
	protected abstract void endConnections(Statement statement) throws SQLException;

	@BeforeEach
	void create() throws SQLException {
		this.url = newDatabase();
		this.proxy = new FreezableProxy(URI.create(this.url.substring("jdbc:".length())).getPort());
		try (Connection connection = DriverManager.getConnection(this.url);
				Statement statement = connection.createStatement()) {
			statement.execute("create table people (id varchar(10) primary key, name varchar(20) not null)");
			statement.execute("insert into people " + rows());
		}
		this.crm = crm(4, Duration.ofSeconds(3));
	}

	@AfterEach
	void close() throws Exception {
		if (this.proxy != null) {
			this.proxy.close();
		}
		for (AutoCloseable resource : this.open) {
			resource.close();
		}
	}

	@Test
	void databaseThatRefusesConnectionsIsUnavailable() throws Exception {
		this.proxy.goDown();
		assertUnavailable(() -> byId(BUDGET)).withMessage("The database of the customers cannot be reached");
	}

	@Test
	void databaseThatAcceptsConnectionsAndDoesNotAnswerIsUnavailable() {
		this.proxy.freeze();
		assertUnavailable(() -> byId(SHORT_BUDGET));
		assertUnavailable(() -> list(null, SHORT_BUDGET));
	}

	@Test
	void databaseThatStopsAnsweringIsUnavailableAndRecovers() {
		assertFound();
		this.proxy.freezeAt("select id, name");
		assertUnavailable(() -> byId(SHORT_BUDGET)).withMessageContaining("in time");
		this.proxy.thaw();
		assertFound();
	}

	@Test
	void lostConnectionIsReplacedWithinTheCallback() throws Exception {
		assertFound();
		this.proxy.reset();
		assertFound();
	}

	@Test
	void idleConnectionsThatNoLongerAnswerAreReplacedWithinTheCallback() {
		this.crm = crm(10, Duration.ofSeconds(3));
		assertFound();
		await().until(() -> count(idleConnections()) == 10);
		this.proxy.abandonConnections();
		assertThat(byId(LONGEST_ANSWER)).isTrue();
	}

	@Test
	void connectionsThatTheServerEndsAreReplacedWithinTheCallback() throws Exception {
		assertFound();
		try (Connection connection = DriverManager.getConnection(this.url);
				Statement statement = connection.createStatement()) {
			endConnections(statement);
		}
		assertFound();
	}

	@Test
	void failoverDuringCallbackDelaysTheAnswer() throws Exception {
		assertFound();
		this.proxy.goDown();
		CompletableFuture<Boolean> found = CompletableFuture.supplyAsync(() -> byId(Duration.ofSeconds(30)));
		await().until(() -> this.proxy.refused() > 0);
		assertThat(found).isNotDone();
		this.proxy.goUp();
		assertThat(found.get(30, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void connectionLostBetweenTwoPagesLosesAndRepeatsNoCustomer() throws Exception {
		CrmPage first = list(null, Duration.ofSeconds(30));
		this.proxy.reset();
		CrmPage second = list(first.next(), Duration.ofSeconds(30));
		assertThat(TestCustomers.ids(first.customers())).isEqualTo(PeopleTable.ids(1, 50));
		assertThat(TestCustomers.ids(second.customers())).isEqualTo(PeopleTable.ids(51, 100));
	}

	@Test
	void statementThatWaitsForLockIsCanceledAtDeadline() throws Exception {
		assertFound();
		try (Connection locking = lockedTable()) {
			assertUnavailable(() -> byId(SHORT_BUDGET));
			await().untilAsserted(() -> assertThat(count(runningStatements())).isZero());
			assertThat(locking.isClosed()).isFalse();
		}
		assertFound();
	}

	@Test
	void slowStatementIsCanceledAtDeadline() {
		assertUnavailable(() -> this.crm.byAddress(sms("+14155550101"), Deadline.in(SHORT_BUDGET)));
		await().untilAsserted(() -> assertThat(count(runningStatements())).isZero());
	}

	@Test
	void slowStatementEndsAtStatementTimeoutBeforeDeadline() throws Exception {
		this.crm = crm(1, Duration.ofMillis(200));
		assertUnavailable(() -> this.crm.byAddress(sms("+14155550101"), Deadline.in(LONGEST_ANSWER)))
			.withMessageStartingWith("The database of the customers did not answer a query: SQLSTATE ");
	}

	@Test
	void usedUpPoolIsUnavailableUntilConnectionIsFree() throws Exception {
		this.crm = crm(1, Duration.ofSeconds(3));
		assertFound();
		CompletableFuture<Boolean> found;
		try (Connection locking = lockedTable()) {
			found = CompletableFuture.supplyAsync(() -> byId(Duration.ofSeconds(30)));
			await().until(() -> count(runningStatements()) == 1);
			assertUnavailable(() -> byId(BUDGET)).withMessageContaining("free in time");
			assertThat(locking.isClosed()).isFalse();
		}
		assertThat(found.get(30, TimeUnit.SECONDS)).isTrue();
		assertFound();
	}

	@Test
	void databaseThatKeepsFailingIsNotAsked() throws Exception {
		this.proxy.goDown();
		List<CompletableFuture<Void>> calls = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			calls.add(CompletableFuture.runAsync(() -> assertUnavailable(() -> byId(BUDGET)),
					(call) -> new Thread(call).start()));
		}
		for (CompletableFuture<Void> call : calls) {
			call.get(30, TimeUnit.SECONDS);
		}
		assertUnavailable(() -> byId(BUDGET)).withMessageContaining("is not called");
		assertThat(this.meters.get("frontline.crm.calls").tag("outcome", "refused").timer().max(TimeUnit.MILLISECONDS))
			.isLessThan(50);
	}

	private CrmAdapter crm(int connections, Duration statementTimeout) {
		CrmDatabase database = CrmDatabase
			.of(new DatabaseSettings(this.url.replaceFirst(":\\d+/", ":" + this.proxy.port() + "/"), null, null,
					connections, Duration.ofSeconds(1), statementTimeout), this.meters);
		this.open.add(database);
		return GuardedCrm.adapter(new JdbcCrmAdapter(new PeopleTable(database, sleep()), () -> true), this.meters);
	}

	private void assertFound() {
		assertThat(byId(Duration.ofSeconds(30))).isTrue();
	}

	private boolean byId(Duration budget) {
		return this.crm.byId(id("7"), Deadline.in(budget)).isPresent();
	}

	private CrmPage list(String cursor, Duration budget) {
		return this.crm.list(Audience.EVERYONE, "", cursor, 50, Deadline.in(budget));
	}

	private static ThrowableAssertAlternative<CrmUnavailableException> assertUnavailable(ThrowingCallable call) {
		long begin = System.nanoTime();
		ThrowableAssertAlternative<CrmUnavailableException> failure = assertThatExceptionOfType(
				CrmUnavailableException.class)
			.isThrownBy(call);
		assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(LONGEST_ANSWER);
		return failure.withMessageNotContainingAny("people", "jdbc:");
	}

	private Connection lockedTable() throws SQLException {
		Connection connection = DriverManager.getConnection(this.url);
		try (Statement statement = connection.createStatement()) {
			lock(statement);
		}
		return connection;
	}

	private int count(String sql) throws SQLException {
		try (Connection connection = DriverManager.getConnection(this.url);
				Statement statement = connection.createStatement();
				ResultSet result = statement.executeQuery(sql)) {
			result.next();
			return result.getInt(1);
		}
	}

}
