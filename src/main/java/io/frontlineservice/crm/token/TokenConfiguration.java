package io.frontlineservice.crm.token;

import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.work.StoreCalls;
import io.frontlineservice.work.WorkStore;
import java.sql.DatabaseMetaData;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcUtils;
import org.springframework.jdbc.support.MetaDataAccessException;
import org.springframework.transaction.support.TransactionTemplate;

/** Sets up the store of tokens, for the adapter that needs it. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

	@Bean
	@Lazy
	TokenStore tokenStore(@WorkStore DataSource store, @WorkStore JdbcClient client,
			@WorkStore TransactionTemplate transaction, StoreCalls calls, @WorkStore Clock storeClock)
			throws MetaDataAccessException {
		TokenTable table = new TokenTable(client);
		String product = JdbcUtils.extractDatabaseMetaData(store, DatabaseMetaData::getDatabaseProductName);
		RowLock lock = "SQLite".equals(product) ? RowLock.ofProcess(table) : RowLock.ofDatabase(table, transaction);
		return new DatabaseTokenStore(table, lock, calls, storeClock);
	}

}
