package io.frontlineservice.work;

import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where that which must not be lost is kept.
 *
 * @param url the JDBC URL of the store: an SQLite file, for one instance, or a PostgreSQL
 * database, for several
 * @param username who signs in to PostgreSQL
 * @param password their password
 */
@ConfigurationProperties("frontline.store")
record StoreSettings(@DefaultValue(StoreSettings.EMBEDDED) @Pattern(regexp = "jdbc:(sqlite|postgresql):.+",
		message = "must be the JDBC URL of an SQLite file, such as " + StoreSettings.EMBEDDED
				+ ", or of a PostgreSQL database, such as jdbc:postgresql://db.example.com/frontline") String url,
		@Nullable String username, @Nullable Secret password) {

	static final String EMBEDDED = "jdbc:sqlite:data/frontline.db";

	/** Whether the store is a file of this instance alone. */
	boolean isEmbedded() {
		return EmbeddedFile.isEmbedded(this.url);
	}

}
