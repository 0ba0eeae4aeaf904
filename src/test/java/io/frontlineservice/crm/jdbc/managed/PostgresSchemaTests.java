package io.frontlineservice.crm.jdbc.managed;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.TestPostgres;
import io.frontlineservice.crm.jdbc.database.DatabaseSettings;
import io.frontlineservice.diagnosis.Observation;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** How the tables of this service come into PostgreSQL. */
class PostgresSchemaTests extends ManagedSchemaContract {

	private final String user = "user_" + UUID.randomUUID().toString().replace("-", "");

	@Override
	String newDatabase() {
		return TestPostgres.newDatabase();
	}

	@Override
	DatabaseSettings reader() {
		execute("create user " + this.user + " password 'secret'", "create extension pg_trgm",
				"revoke create on schema public from public",
				"alter default privileges in schema public grant select on tables to " + this.user);
		return as(withoutUser(), this.user);
	}

	private String withoutUser() {
		return settings().url().replaceFirst("[?].*", "");
	}

	@Test
	void userThatMayNotCreateTheExtensionIsToldWhoMay() {
		execute("create user " + this.user + " password 'secret'", "grant create on schema public to " + this.user);
		Observation problem = prepare(as(withoutUser(), this.user)).get(0);
		assertThat(problem.seen()).isEqualTo("The database of the customers has no extension pg_trgm, and the user "
				+ "frontline.crm.jdbc.username could not create it: SQLSTATE 42501");
		assertThat(problem.fix()).isEqualTo(
				"Let the owner of the database or a superuser run this in the database: create extension pg_trgm");
	}

	@Test
	void userThatOwnsTheDatabaseCreatesTheExtension() {
		execute("create user " + this.user + " password 'secret'",
				"do $$ begin execute format('alter database %I owner to " + this.user
						+ "', current_database()); end $$",
				"grant create on schema public to " + this.user);
		assertThat(prepare(as(withoutUser(), this.user))).isEmpty();
	}

	@Test
	void localeThatKnowsFewLettersIsAWarning() {
		String database = "ascii_" + this.user;
		execute("create database " + database + " template template0 encoding 'UTF8' locale 'C'");
		Observation warning = prepare(
				ManagedDatabase.settings(settings().url().replaceFirst("/db_[0-9a-f]+", "/" + database)))
			.get(0);
		assertThat(warning.seen()).contains("knows only the letters A to Z");
	}

}
