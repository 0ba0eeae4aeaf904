package io.frontlineservice.crm.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of tokens. Used by {@link DatabaseTokenStore}. Thread-safe. */
final class TokenTable {

	private static final String SELECT = "select * from crm_token where family = :family";

	private final JdbcClient store;

	TokenTable(JdbcClient store) {
		this.store = store;
	}

	/** Creates the row of a family, unless there is one. */
	void create(String family) {
		this.store
			.sql("insert into crm_token (family, granted_at, version) values (:family, 0, 0) on conflict do nothing")
			.param("family", family)
			.update();
	}

	/** Reads a row that exists. */
	TokenRow read(String family) {
		return this.store.sql(SELECT).param("family", family).query(TokenTable::row).single();
	}

	/**
	 * Reads a row, and locks it until the transaction ends; empty if another transaction
	 * has locked it.
	 */
	Optional<TokenRow> lock(String family) {
		return this.store.sql(SELECT + " for update skip locked")
			.param("family", family)
			.query(TokenTable::row)
			.optional();
	}

	private static TokenRow row(ResultSet row, int number) throws SQLException {
		long expiresAt = row.getLong("expires_at");
		@Nullable Long orNull = row.wasNull() ? null : expiresAt;
		return new TokenRow(row.getString("family"), row.getString("access_token"), row.getString("refresh_token"),
				row.getLong("granted_at"), orNull, row.getLong("version"));
	}

	/** Replaces the row of the version before; without effect if there is another one. */
	void write(TokenRow row) {
		this.store.sql("""
				update crm_token set access_token = :accessToken, refresh_token = :refreshToken,
				granted_at = :grantedAt, expires_at = :expiresAt, version = :version
				where family = :family and version = :version - 1""").paramSource(row).update();
	}

}
