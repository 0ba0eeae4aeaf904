package io.frontlineservice.work;

import io.frontlineservice.privacy.Secret;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the durable store.
 *
 * @param url the JDBC URL of the store: an SQLite file, for one instance, or a PostgreSQL
 * database, for several
 * @param username the user of PostgreSQL
 * @param password the password of that user
 */
@ConfigurationProperties("frontline.store")
record StoreSettings(@DefaultValue(StoreSettings.EMBEDDED) @Pattern(regexp = "jdbc:(sqlite|postgresql):.+",
		message = "must be the JDBC URL of an SQLite file, such as " + StoreSettings.EMBEDDED
				+ ", or of a PostgreSQL database, such as jdbc:postgresql://db.example.com/frontline") String url,
		@Nullable String username, @Nullable Secret password) {

	static final String EMBEDDED = "jdbc:sqlite:data/frontline.db";

	/** Whether the store is a file, used by this instance only. */
	boolean isEmbedded() {
		return EmbeddedFile.isEmbedded(this.url);
	}

}
