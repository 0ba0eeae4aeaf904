package io.frontlineservice.crm.jdbc.own;

import static io.frontlineservice.customer.TestCustomers.id;
import static io.frontlineservice.customer.TestCustomers.sms;
import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestMariaDb;
import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.Walk;
import io.frontlineservice.crm.jdbc.database.CrmDatabase;
import io.frontlineservice.customer.Channel;
import io.frontlineservice.customer.CrmCustomer;
import io.frontlineservice.diagnosis.Outcome;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns of each type become values of customers, and ids of each type are found. */
class ColumnTypesTests {

	private static final String POSTGRES = TestPostgres.newDatabase();

	@Test
	void columnsOfPostgresBecomeValues() throws SQLException {
		CrmCustomer customer = one(
				"""
						create table c (id int primary key, name varchar(50) not null, owner text[], phone text[], chat text,
						  email text, updated_at timestamptz, details json, links jsonb, channels jsonb,
						  price numeric(10, 2), rate real, flag boolean, born date, at timestamp, code char(4), uid uuid, bin bytea,
						  nothing text, days int[], size bigint, mood text)""",
				"""
						insert into c values (1, 'Nora Lind', array['ada@example.com', 'BEN@example.com'],
						  array['+14155550101', 'unknown'], 'nora', 'nora@example.com', '2026-01-31 12:00:00+01',
						  '{"title": "Note", "content": "Likes tea"}', '["https://example.com/a"]',
						  '[{"type": "whatsapp", "value": "+14155550199"}]', 12.50, 0.1, true, '2026-01-31',
						  '2026-01-31 12:00', 'ab', '6b0e5f0e-0000-4000-8000-000000000001', '\\x00', null, array[7], 9000000000,
						  '')""");
		assertThat(customer.owners()).extracting((it) -> it.key())
			.containsExactlyInAnyOrder("ada@example.com", "ben@example.com");
		assertThat(customer.channels()).extracting(Channel::value)
			.containsExactlyInAnyOrder("+14155550101", "whatsapp:+14155550199", "nora");
		assertThat(customer.updatedAt()).isEqualTo(Instant.parse("2026-01-31T11:00:00Z"));
		assertThat(customer.card().details().content()).isEqualTo("Likes tea");
		assertThat(customer.card().links()).extracting((it) -> it.value()).contains("https://example.com/a");
		assertThat(customer.attributes()).containsEntry("price", "12.50")
			.containsEntry("rate", "0.1")
			.containsEntry("flag", true)
			.containsEntry("born", "2026-01-31")
			.containsEntry("at", "2026-01-31T12:00")
			.containsEntry("code", "ab  ")
			.containsEntry("uid", "6b0e5f0e-0000-4000-8000-000000000001")
			.containsEntry("days", "7")
			.containsEntry("size", "9000000000")
			.doesNotContainKeys("bin", "nothing", "mood", "details", "phone");
	}

	private static CrmCustomer one(String create, String insert) throws SQLException {
		CheckedQueries queries = CheckedQueries.in(POSTGRES)
			.withList((sql) -> sql.replace("owner in (:workers)", "true [[and owner && array[:workers]]]"))
			.withSearch((sql) -> sql.replace("owner in (:workers)", "owner && array[:workers]"))
			.withById((sql) -> sql.replace(", phone from", ", c.* from"))
			.withByAddress((sql) -> sql.replace("phone in (:phones)", "phone && array[:phones]"))
			.after("drop table if exists c", create, insert);
		try (CrmDatabase database = ContactTables.database(POSTGRES)) {
			OwnTables tables = prepared(queries, database);
			assertThat(tables.byAddress(sms("+14155550101"), Walk.soon())).hasSize(1);
			return tables.byId(id("1"), Walk.soon()).orElseThrow();
		}
	}

	@Test
	void columnsOfMariaDbBecomeValues() throws SQLException {
		String url = TestMariaDb.newDatabase();
		CheckedQueries queries = CheckedQueries.in(url)
			.withById((sql) -> "select id as customer_id, name as display_name, c.* from c where id = :id")
			.after("""
					create table c (id bigint unsigned primary key, name varchar(50) not null, owner varchar(50),
					  phone json)""", "alter table c add worker varchar(50) default 'ada@example.com'",
					"alter table c add updated_at datetime default '2026-01-31 12:00:00', add flag boolean default true, "
							+ "add price decimal(10, 2) default 12.50, add born date default '2026-01-31', "
							+ "add y year default 2026, add bin blob default 'x', add rate double default 0.1",
					"insert into c (id, name, owner, phone) values (1, 'Nora Lind', 'x', '[\"+14155550101\"]')");
		try (CrmDatabase database = ContactTables.database(url)) {
			CrmCustomer customer = prepared(queries, database).byId(id("1"), Walk.soon()).orElseThrow();
			assertThat(customer.channels()).extracting(Channel::value).containsExactly("+14155550101");
			assertThat(customer.updatedAt()).isEqualTo(Instant.parse("2026-01-31T12:00:00Z"));
			assertThat(customer.attributes()).containsEntry("flag", true)
				.containsEntry("price", "12.50")
				.containsEntry("born", "2026-01-31")
				.containsEntry("y", "2026")
				.containsEntry("rate", "0.1")
				.doesNotContainKey("bin");
		}
	}

	@Test
	void longTextIsCut() throws SQLException {
		CheckedQueries queries = CheckedQueries.in(POSTGRES)
			.withById((sql) -> sql.replace(", phone", ", phone, note"))
			.afterCreating("id int primary key, name text not null, owner text, phone text, note text")
			.after("insert into c values (1, 'Nora Lind', 'x', repeat('1', 1000000), repeat('ä', 1000000))");
		try (CrmDatabase database = ContactTables.database(POSTGRES)) {
			CrmCustomer customer = prepared(queries, database).byId(id("1"), Walk.soon()).orElseThrow();
			assertThat(customer.text("note")).hasSize(ColumnValue.LONGEST);
			assertThat(customer.channels()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "int", "smallint", "bigint", "numeric", "text", "varchar(20)" })
	void numberIsFoundByItsIdOnlyAsItIsWritten(String type) throws SQLException {
		try (CrmDatabase database = ContactTables.database(POSTGRES)) {
			OwnTables tables = prepared(withIds(type, "'7'", "'12'", "'-3'"), database);
			assertThat(Walk.all(tables).idsInPagesOf(1)).containsExactlyInAnyOrder("7", "12", "-3");
			for (String known : List.of("7", "12", "-3")) {
				assertThat(tables.byId(id(known), Walk.soon())).isPresent();
			}
			for (String unknown : List.of("07", "7.0", "+7", " 7", "7 ", "8", "", "x", "99999999999", "9".repeat(300),
					"1e3", "' or 1=1 --")) {
				assertThat(tables.byId(id(unknown), Walk.soon())).as(unknown).isEmpty();
			}
		}
	}

	@Test
	void uuidIsFoundByItsId() throws SQLException {
		String first = UUID.randomUUID().toString();
		String second = UUID.randomUUID().toString();
		try (CrmDatabase database = ContactTables.database(POSTGRES)) {
			OwnTables tables = prepared(withIds("uuid", "'" + first + "'", "'" + second + "'"), database);
			assertThat(Walk.all(tables).idsInPagesOf(1)).containsExactlyInAnyOrder(first, second);
			assertThat(tables.byId(id(first), Walk.soon())).isPresent();
			for (String unknown : List.of(first.toUpperCase(Locale.ROOT), "{" + first + "}", "x",
					first.replace("-", ""))) {
				assertThat(tables.byId(id(unknown), Walk.soon())).isEmpty();
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "citext", "char(40)", "varchar(40)", "date", "numeric" })
	void pagesContinueByNamesOfAnyType(String type) throws SQLException {
		String value = switch (type) {
			case "date" -> "date '2026-01-01' + (i / 3)";
			case "numeric" -> "i / 3";
			default -> "(array['Zoe', 'zoe', 'Ann ', 'ann'])[1 + i % 4]";
		};
		CheckedQueries queries = CheckedQueries.in(POSTGRES)
			.withList((sql) -> sql.replace("owner in (:workers)", "true [[and owner in (:workers)]]"))
			.after("create extension if not exists citext")
			.withSearch((sql) -> sql.replace("name like", "cast(name as text) like"))
			.afterCreating("id int primary key, name " + type + " not null, owner text, phone text")
			.after("insert into c select i, " + value + ", 'x', null from generate_series(1, 12) i");
		try (CrmDatabase database = ContactTables.database(POSTGRES)) {
			OwnTables tables = prepared(queries, database);
			for (int size = 1; size <= 5; size++) {
				assertThat(Walk.all(tables).idsInPagesOf(size)).hasSize(12).doesNotHaveDuplicates();
			}
		}
	}

	private static CheckedQueries withIds(String type, String... ids) throws SQLException {
		CheckedQueries queries = CheckedQueries.in(POSTGRES)
			.withList((sql) -> sql.replace("owner in (:workers)", "true [[and owner in (:workers)]]"))
			.afterCreating("id " + type + " primary key, name text not null, owner text, phone text");
		for (String id : ids) {
			queries.after("insert into c values (" + id + ", 'Same Name', 'x', null)");
		}
		return queries;
	}

	private static OwnTables prepared(CheckedQueries queries, CrmDatabase database) {
		OwnTables tables = queries.tables(database);
		assertThat(tables.prepare()).noneMatch((it) -> it.outcome() == Outcome.PROBLEM);
		return tables;
	}

}
