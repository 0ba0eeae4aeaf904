package io.frontlineservice.crm.jdbc.database;

import io.frontlineservice.privacy.Secret;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to connect to a database. Made of the settings of the adapter. Immutable.
 *
 * @param url the JDBC URL
 * @param username the user; null if the URL names it, or none is needed
 * @param password the password of that user
 * @param connections the most connections at once, 1 or more
 * @param connectionTimeout how long a query waits for a connection
 * @param statementTimeout how long one statement may take
 */
public record DatabaseSettings(String url, @Nullable String username, @Nullable Secret password, int connections,
		Duration connectionTimeout, Duration statementTimeout) {

	/** Returns the product that the URL names. */
	public DatabaseProduct product() {
		return DatabaseProduct.of(this.url);
	}

}
