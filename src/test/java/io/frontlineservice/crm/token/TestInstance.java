package io.frontlineservice.crm.token;

import com.zaxxer.hikari.HikariDataSource;
import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.RotatingTokens;
import io.frontlineservice.crm.http.TestTokens;
import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.crm.http.TokenServer;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.work.StoreCalls;
import io.frontlineservice.work.TestStore;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** The tokens of one instance of the service, with connections of its own. */
final class TestInstance implements AutoCloseable {

	private static final Instant START = Instant.parse("2026-11-29T10:00:00Z");

	private final HikariDataSource database;

	private final StoreCalls calls = TestStore.calls();

	private final AtomicLong nanos;

	private final TokenStore store;

	TestInstance(String url, AtomicLong nanos) {
		this.database = TestStore.migrated(url);
		this.nanos = nanos;
		try {
			this.store = new TokenConfiguration().tokenStore(this.database, client(),
					new TransactionTemplate(new JdbcTransactionManager(this.database)), this.calls, clock());
		}
		catch (MetaDataAccessException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The clock of the store, which moves with that of the tokens. */
	private Clock clock() {
		InstantSource source = () -> START.plusNanos(this.nanos.get());
		return source.withZone(ZoneOffset.UTC);
	}

	TokenStore store() {
		return this.store;
	}

	JdbcClient client() {
		return JdbcClient.create(this.database);
	}

	/** Returns the tokens that this instance has after it was started. */
	AccessTokens tokens(TokenServer server, TokenFamily family) {
		RotatingTokens source = server.source(family, this.store);
		return TestTokens.of(source, this.nanos::get);
	}

	@Override
	public void close() {
		this.calls.close();
		this.database.close();
	}

}
