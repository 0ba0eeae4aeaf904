package io.frontlineservice.crm.jdbc.own;

import static io.frontlineservice.customer.TestCustomers.audience;
import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.customer.Audience;
import io.frontlineservice.customer.CrmCapability;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.customer.CrmUnavailableException;
import io.frontlineservice.limit.Deadline;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Results of a query that cannot be right are refused, with the reason in the log. */
@ExtendWith(OutputCaptureExtension.class)
class OwnTablesGuardTests {

	private static final String URL = TestPostgres.newDatabase();

	private final CrmDatabase database = ContactTables.database(URL);

	private final CheckedQueries queries = CheckedQueries.in(URL)
		.withList((sql) -> sql.replace("owner in (:workers)", "true [[and owner in (:workers)]]"));

	@BeforeEach
	void create() throws SQLException {
		this.queries.afterCreating("id int, name text, owner text, phone text")
			.after("insert into c select i, 'Customer ' || i, 'ada@example.com', '+1415555010' || i "
					+ "from generate_series(1, 9) i");
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void pagesAreReadBeforeAnyChange() {
		assertThat(Walk.all(tables(this.queries)).idsInPagesOf(2)).hasSize(9);
	}

	@Test
	void idTwiceInAPageIsRefused(CapturedOutput output) throws SQLException {
		OwnTables tables = tables(this.queries);
		this.queries.after("insert into c values (3, 'Customer 3', 'ada@example.com', '+14155550199')");
		assertRefused(tables, 5);
		assertRefused(tables, 5);
		assertThat(output).containsOnlyOnce("frontline.crm.jdbc.queries.list returned a customer twice in a page: ");
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> tables.byId(id("3"), Walk.soon()))
			.withMessage("The result of frontline.crm.jdbc.queries.by-id cannot be used");
		assertThat(output).contains("frontline.crm.jdbc.queries.by-id returned several rows for one id: ");
	}

	@Test
	void queryThatIgnoresTheCursorIsRefused(CapturedOutput output) throws SQLException {
		OwnTables tables = unchecked((sql) -> sql.replace("[[and (name >", "[[and (true or name >"));
		String next = Walk.all(tables).page(null, 3).next();
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> Walk.all(tables).page(next, 3));
		assertThat(output).contains("returned the customer after which a page starts: ");
	}

	@Test
	void nameThatIsNullAtTheEndOfAPageIsRefused(CapturedOutput output) throws SQLException {
		this.queries.after("update c set name = null where id > 3");
		OwnTables tables = tables(this.queries);
		assertThat(Walk.all(tables).page(null, 9).customers()).hasSize(9);
		assertThat(Walk.all(tables).page(null, 2).customers()).hasSize(2);
		assertRefused(tables, 3);
		assertRefused(tables, 5);
		assertThat(output).contains("returned a customer without a sort name, after which no page can start: ");
	}

	@Test
	void customerWithoutIdIsRefused(CapturedOutput output) throws SQLException {
		this.queries.after("update c set id = null where id = 3");
		assertRefused(tables(this.queries), 5);
		assertThat(output).contains("returned a customer without an id: leave such rows out");
	}

	@Test
	void moreRowsThanTheLimitAreRefused(CapturedOutput output) {
		assertRefused(unchecked((sql) -> sql.replace("limit :limit", "limit :limit + 5")), 2);
		assertThat(output).contains("returned more rows than :limit: ");
	}

	@Test
	void customersOfOtherOwnersAreRefused(CapturedOutput output) {
		OwnTables tables = unchecked((sql) -> sql.replace("owner in (:workers)", "owner not in (:workers)"));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> new Walk(tables, audience("ben@example.com"), "").page(null, 3));
		assertThat(output).contains("returned only customers of other owners: ");
	}

	@Test
	void longSortNameIsRefusedAtTheEndOfAPageOnly(CapturedOutput output) throws SQLException {
		this.queries.after("update c set name = 'Customer 1' || repeat('x', 1000000) where id = 1");
		OwnTables tables = tables(this.queries);
		CrmCustomer first = Walk.all(tables).page(null, 9).customers().get(0);
		assertThat(first.name()).hasSize(256);
		assertRefused(tables, 1);
		assertThat(output).contains("returned a sort name that is longer than 1,000 characters: ");
		assertThat(Walk.all(tables).page(null, 2).customers()).hasSize(2);
	}

	@Test
	void lookUpThatReturnsOtherNumbersIsRefused(CapturedOutput output) throws SQLException {
		this.queries.after("insert into c select i, 'x', 'o', '+14155550' || i from generate_series(200, 400) i");
		OwnTables tables = tables(
				this.queries.withByAddress((sql) -> sql.replace("phone in (:phones)", "phone in (:phones) or true")));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> tables.byAddress(sms("+14155550101"), Walk.soon()));
		assertThat(output).contains("returned 100 rows, most of them without the number: ");
	}

	@Test
	void tablesThatWereNotCheckedAreNotRead() {
		OwnTables tables = this.queries.tables(this.database);
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> Walk.all(tables).page(null, 1));
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> tables.byId(id("1"), Walk.soon()));
		assertThatExceptionOfType(CrmUnavailableException.class)
			.isThrownBy(() -> tables.byAddress(sms("+14155550101"), Walk.soon()));
		assertThat(tables.can(CrmCapability.PAGING_AFTER_CUSTOMER)).isFalse();
	}

	@Test
	void lockThatHoldsAQueryEndsAtTheDeadline() throws SQLException {
		OwnTables tables = tables(this.queries);
		try (Connection connection = DriverManager.getConnection(URL);
				Statement statement = connection.createStatement()) {
			connection.setAutoCommit(false);
			statement.execute("lock table c");
			Deadline deadline = Deadline.in(Duration.ofMillis(200));
			assertThatExceptionOfType(CrmUnavailableException.class)
				.isThrownBy(() -> tables.list(Audience.EVERYONE, "", null, 5, deadline));
			connection.rollback();
		}
		assertThat(Walk.all(tables).ids()).hasSize(9);
	}

	@Test
	void noReasonQuotesData(CapturedOutput output) throws SQLException {
		this.queries.after("insert into c values (3, 'Customer 3', 'ada@example.com', '+14155550199')");
		assertRefused(tables(this.queries), 5);
		assertThat(output.getOut().lines().filter((line) -> line.contains("queries.list")))
			.noneMatch((line) -> line.contains("Customer 3") || line.contains("ada@"));
	}

	private static void assertRefused(OwnTables tables, int limit) {
		assertThatExceptionOfType(CrmUnavailableException.class).isThrownBy(() -> Walk.all(tables).page(null, limit))
			.withMessage("The result of frontline.crm.jdbc.queries.list cannot be used");
	}

	private OwnTables tables(CheckedQueries checked) {
		OwnTables tables = checked.tables(this.database);
		tables.prepare();
		return tables;
	}

	/** A query whose check at start found nothing, because the table was empty. */
	private OwnTables unchecked(UnaryOperator<String> change) {
		try {
			this.queries.after("alter table c rename to full_c", "create table c (like full_c)");
			OwnTables tables = tables(this.queries.withList(change));
			this.queries.after("drop table c", "alter table full_c rename to c");
			return tables;
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
